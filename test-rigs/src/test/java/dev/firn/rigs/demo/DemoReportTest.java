package dev.firn.rigs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.rigs.ledger.Ledger;
import dev.firn.rigs.ledger.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoReportTest {

    private static final String SERIES = "summary/station/air-temperature";

    @TempDir
    private Path directory;

    private DemoPlan plan = new DemoPlan("", List.of(), "max", "2h");

    @BeforeEach
    void planTheDefault() {
        plan = DemoPlan.of(DemoOptions.parse(List.of(), Map.of()), directory);
    }

    @Test
    void faultlessRunPasses() {
        DemoReport report = report(Payloads.faultless(plan), 0);
        assertThat(report.failures()).isEmpty();
        assertThat(report.lines())
                .hasSizeLessThan(20)
                .anyMatch(line -> line.contains("readings in    528, of them 0 missing; the files hold 528"))
                .anyMatch(line -> line.contains("summaries out  99, received 99"))
                .last()
                .asString()
                .startsWith("OK: ");
    }

    @Test
    void exitCodeFails() {
        assertThat(report(Payloads.faultless(plan), 70).failures())
                .containsExactly("the gateway ended with exit code 70");
    }

    @Test
    void silenceFails() {
        assertThat(report(new Ledger(), 0).failures()).contains("nothing arrived");
    }

    @Test
    void lostSummaryFails() {
        assertThat(report(without(message -> seq(message) == 7), 0).failures())
                .contains("missing: epoch a seq 7")
                .anyMatch(reason -> reason.endsWith("not published"))
                .contains("the gateway counts 99 summaries, 98 arrived");
    }

    @Test
    void announcedLossFailsToo() {
        Ledger ledger = without(message -> seq(message) == 7);
        ledger.add(Payloads.event(200, "records-lost", "{\"from-seq\":7,\"to-seq\":7}"));
        assertThat(report(ledger, 0).failures()).contains("lost, as the gateway says: epoch a seq 7");
    }

    @Test
    void repeatedMessageFails() {
        Ledger ledger = Payloads.faultless(plan);
        ledger.add(ledger.messages().get(3));
        assertThat(report(ledger, 0).failures()).containsExactly("1 messages came again");
    }

    @Test
    void wrongMeanFails() {
        Ledger ledger = changed(message -> message.topic().endsWith(SERIES)
                ? new Message(message.topic(), message.payload().replaceAll("\"mean\":[^,]*", "\"mean\":99"), false)
                : message);
        assertThat(report(ledger, 0).failures())
                .hasSize(9)
                .allMatch(reason -> reason.contains("mean is 99.0, must be"));
        assertThat(report(ledger, 0).lines().getLast()).isEqualTo("FAILED: and 4 more");
    }

    @Test
    void wrongNumberOfReadingsFails() {
        Ledger ledger = changed(message ->
                new Message(message.topic(), message.payload().replace("\"readings\":528", "\"readings\":527"), false));
        assertThat(report(ledger, 0).failures()).containsExactly("the gateway counts 527 readings, the files hold 528");
    }

    @Test
    void missingBeginningFails() {
        assertThat(report(without(message -> seq(message) < 2), 0).failures())
                .contains("the numbering begins with 2 instead of its beginning");
    }

    @Test
    void missingEndFails() {
        assertThat(report(without(message -> message.payload().contains("replay-ended")), 0)
                        .failures())
                .contains("0 events \"replay-ended\" instead of one");
    }

    @Test
    void unreadableMessageFails() {
        Ledger ledger = Payloads.faultless(plan);
        ledger.add(new Message("firn/weissfluhjoch/station-1/" + SERIES, "?", false));
        assertThat(report(ledger, 0).failures()).singleElement().asString().contains("is no JSON");
    }

    private DemoReport report(Ledger ledger, int exitCode) {
        return DemoReport.of(plan, ledger, exitCode, Duration.ofSeconds(60));
    }

    private Ledger without(Predicate<Message> unwanted) {
        Ledger ledger = new Ledger();
        Payloads.faultless(plan).messages().stream().filter(unwanted.negate()).forEach(ledger::add);
        return ledger;
    }

    private Ledger changed(UnaryOperator<Message> change) {
        Ledger ledger = new Ledger();
        Payloads.faultless(plan).messages().stream().map(change).forEach(ledger::add);
        return ledger;
    }

    private static long seq(Message message) {
        return Long.parseLong(message.payload().replaceAll(".*\"seq\":(\\d+).*", "$1"));
    }
}
