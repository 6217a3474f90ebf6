package dev.firn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class ServiceLogTest {

    @Test
    void journalLinesBeginWithTheirPriority() {
        ServiceLog.JournalFormat format = new ServiceLog.JournalFormat();
        assertThat(format.format(new LogRecord(Level.SEVERE, "a"))).isEqualTo("<3>a\n");
        assertThat(format.format(new LogRecord(Level.WARNING, "a"))).isEqualTo("<4>a\n");
        assertThat(format.format(new LogRecord(Level.INFO, "a"))).isEqualTo("<6>a\n");
        assertThat(format.format(new LogRecord(Level.FINE, "a"))).isEqualTo("<7>a\n");
    }

    @Test
    void terminalLinesBeginWithTheTimeOfDayToTheSecond() {
        LogRecord entry = new LogRecord(Level.INFO, "a");
        entry.setInstant(Instant.parse("2014-12-26T10:00:00Z"));
        assertThat(new ServiceLog.TerminalFormat().format(entry)).matches("\\d\\d:\\d\\d:00 a\n");
    }

    @Test
    void aFaultIsLoggedWithItsTrace() {
        LogRecord entry = new LogRecord(Level.SEVERE, "broke");
        entry.setThrown(new IllegalStateException("because"));
        assertThat(new ServiceLog.TerminalFormat().format(entry))
                .contains("SEVERE broke\n")
                .contains("IllegalStateException: because")
                .contains("at " + ServiceLogTest.class.getName());
    }
}
