package dev.firn.rigs.demo.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.rigs.demo.part.Check;
import dev.firn.rigs.demo.part.PartReport;
import dev.firn.rigs.ledger.Ledger;
import dev.firn.rigs.ledger.Message;
import dev.firn.rigs.recompute.Kind;
import dev.firn.rigs.recompute.Series;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TrafficTest {

    private static final String TOPIC = "firn/weissfluhjoch/station-1/summary/air/air-temperature";

    private final Account account = new Account();
    private final Ledger ledger = new Ledger();

    @Test
    void summariesOfManyReadingsPass() {
        measure(120);
        summary(0, 0, 60, 30.5);
        summary(1, 60_000, 60, 90.5);
        PartReport report = report(0);
        assertThat(report.checks()).allMatch(Check::passed);
        assertThat(report.printed()).anyMatch(line -> line.contains("120 readings"));
    }

    @Test
    void bytesAreTopicsAndPayloadsOnBothSides() {
        measure(2);
        summary(0, 0, 2, 1.5);
        int oneByOne =
                2 * ("firn/weissfluhjoch/station-1/reading/air/air-temperature".length() + "{\"t\":0,\"v\":1}".length())
                        + "000".length();
        assertThat(account.bytesOneByOne()).isEqualTo(oneByOne);
        assertThat(ledger.bytes())
                .isEqualTo(TOPIC.length() + payload(0, 0, 2, 1.5).length());
    }

    @Test
    void summariesThatCostHalfOfTheReadingsFail() {
        measure(6);
        summary(0, 0, 6, 3.5);
        assertThat(failed(0)).singleElement().asString().contains(": 1, want 10 : 1");
    }

    @Test
    void absentWindowFails() {
        measure(120);
        summary(0, 0, 60, 30.5);
        assertThat(failed(0)).singleElement().asString().startsWith("1 of 2 windows");
    }

    @Test
    void wrongMeanFails() {
        measure(60);
        summary(0, 0, 60, 30.6);
        assertThat(failed(0)).singleElement().asString().startsWith("0 of 1 windows");
    }

    @Test
    void gapFails() {
        measure(120);
        summary(0, 0, 60, 30.5);
        summary(2, 60_000, 60, 90.5);
        assertThat(failed(0)).singleElement().asString().contains("1 gaps");
    }

    @Test
    void exitCodeFails() {
        measure(60);
        summary(0, 0, 60, 30.5);
        assertThat(failed(70)).singleElement().asString().contains("exit code 70");
    }

    /** Readings 1, 2, 3 …, one a second. */
    private void measure(int count) {
        Account.Line line = account.of("air", new Series("air-temperature", "Cel", Kind.LEVEL, List.of()));
        LongStream.rangeClosed(1, count).forEach(number -> line.enter((number - 1) * 1000, BigDecimal.valueOf(number)));
    }

    private void summary(long seq, long fromMillis, int count, double mean) {
        ledger.add(new Message(TOPIC, payload(seq, fromMillis, count, mean), false));
    }

    private static String payload(long seq, long fromMillis, int count, double mean) {
        return """
                {"epoch":"a","seq":%d,"from":%d,"to":%d,"unit":"Cel","count":%d,"good":%d,"missing":0,"mean":%s,"flag":1,\
                "clock":{"synced":true,"uncertainty-ms":0}}""".formatted(seq, fromMillis, fromMillis + 60_000, count, count, mean);
    }

    private List<String> failed(int exitCode) {
        return report(exitCode).checks().stream()
                .filter(check -> !check.passed())
                .map(Check::words)
                .toList();
    }

    private PartReport report(int exitCode) {
        return new Traffic(account, ledger, exitCode, Duration.ofHours(1), Duration.ZERO, Duration.ZERO).report();
    }
}
