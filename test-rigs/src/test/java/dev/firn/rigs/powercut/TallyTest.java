package dev.firn.rigs.powercut;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.rigs.ledger.Ledger;
import dev.firn.rigs.ledger.Message;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final String EPOCH = "c18d7106-a30b-493e-9dd2-e5ae72fd10fe";
    private static final String OTHER = "c18d7106-a30b-493e-9dd2-e5ae72fd10ff";
    private static final String UP = "18:15:14 outbox: /mnt/card/outbox, epoch " + EPOCH + ", 7 messages wait";

    private final Tally tally = new Tally("power cut", 42);
    private final Ledger ledger = new Ledger();

    @Test
    void completeNumberingIsClean() {
        tally.started(Duration.ofMillis(700));
        tally.started(Duration.ofMillis(900));
        tally.started(Duration.ofMillis(800));
        tally.ended(true, UP);
        tally.ended(true, "");
        tally.ended(false, UP);
        arrives(EPOCH, 1);
        arrives(EPOCH, 2);
        arrives(EPOCH, 2);
        CutReport report = tally.report(ledger);
        assertThat(report.isClean()).as(report.lines()).isTrue();
        assertThat(report.cuts()).isEqualTo(2);
        assertThat(report.starts()).isEqualTo(3);
        assertThat(report.records()).isEqualTo(2);
        assertThat(report.duplicates()).isEqualTo(1);
        assertThat(report.slowestStart()).isEqualTo(Duration.ofMillis(900));
        assertThat(report.lines()).contains("0.90 s", "42");
    }

    @Test
    void whatIsMissingIsLostAtTheBeginningToo() {
        tally.ended(true, UP);
        arrives(EPOCH, 3);
        arrives(EPOCH, 5);
        assertThat(tally.report(ledger).lost()).isEqualTo(3);
        assertThat(tally.report(ledger).isClean()).isFalse();
    }

    @Test
    void otherNumberingIsComplainedOf() {
        tally.ended(true, UP);
        tally.ended(true, UP.replace(EPOCH, OTHER));
        arrives(EPOCH, 1);
        assertThat(tally.report(ledger).complaints()).singleElement().asString().contains(OTHER);
    }

    @Test
    void wordsOfDamageAreComplainedOfAndTornTailsCounted() {
        tally.ended(true, "18:00:00 outbox: 17 torn bytes cut off the end of x\n" + UP);
        tally.ended(true, UP + "\n18:00:01 outbox: x cannot be read, set aside as .damaged");
        arrives(EPOCH, 1);
        CutReport report = tally.report(ledger);
        assertThat(report.tornTails()).isEqualTo(1);
        assertThat(report.complaints()).singleElement().asString().contains("set aside");
    }

    @Test
    void tailIsWhatIsLeftAfterTheLastWindowOfARun() {
        tally.lasted(Instant.ofEpochMilli(10_000), Instant.ofEpochMilli(14_500));
        tally.lasted(Instant.ofEpochMilli(20_000), Instant.ofEpochMilli(20_400));
        tally.ended(true, UP);
        window(1, 12_000);
        window(2, 13_000);
        assertThat(tally.report(ledger).longestTail()).isEqualTo(Duration.ofMillis(1500));
    }

    private void arrives(String epoch, long seq) {
        ledger.add(new Message("firn/s/n/event", """
                {"epoch":"%s","seq":%d,"time":5,"kind":"started","severity":"info","text":"so","detail":{}}""".formatted(epoch, seq), false));
    }

    private void window(long seq, long toMillis) {
        ledger.add(new Message(
                "firn/s/n/summary/air/air-temperature", """
                {"epoch":"%s","seq":%d,"from":%d,"to":%d,"unit":"Cel","count":1,"good":1,"missing":0,"mean":1,"flag":1,\
                "clock":{"synced":true,"uncertainty-ms":1}}""".formatted(EPOCH, seq, toMillis - 1000, toMillis), false));
        assertThat(ledger.unreadable()).isEmpty();
    }
}
