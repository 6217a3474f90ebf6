package dev.firn.rigs.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.rigs.asyncapi.AsyncApi;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private final Ledger ledger = new Ledger();

    @Test
    void emptyLedgerHasNothingToComplainOf() {
        assertThat(ledger.gaps()).isEmpty();
        assertThat(ledger.duplicates()).isEmpty();
        assertThat(ledger.size()).isZero();
    }

    @Test
    void findsNumbersMissingBetweenLowestAndHighest() {
        addSummaries("a", 3, 4, 7, 9);
        assertThat(ledger.gaps()).containsExactly(new Gap("a", 5, 6), new Gap("a", 8, 8));
        assertThat(ledger.gaps().getFirst().length()).isEqualTo(2);
    }

    @Test
    void lateArrivalClosesGap() {
        addSummaries("a", 1, 3, 2);
        assertThat(ledger.gaps()).isEmpty();
        assertThat(ledger.seqs("a")).containsExactly(1L, 2L, 3L);
    }

    @Test
    void epochsAreNumberedApart() {
        addSummaries("a", 1, 2);
        addSummaries("b", 1, 3);
        assertThat(ledger.epochs()).containsExactly("a", "b");
        assertThat(ledger.gaps()).containsExactly(new Gap("b", 2, 2));
        assertThat(ledger.duplicates()).isEmpty();
    }

    @Test
    void announcedLossExcusesItsRangeOnly() {
        addSummaries("a", 1, 5, 7);
        ledger.add(event("a", 6, "records-lost", "{\"from-seq\":2,\"to-seq\":3}"));
        assertThat(ledger.announcedGaps()).containsExactly(new Gap("a", 2, 3));
        assertThat(ledger.gaps()).containsExactly(new Gap("a", 4, 4));
    }

    @Test
    void mergedSummariesAreAnnouncedToo() {
        addSummaries("a", 1, 5);
        ledger.add(event("a", 6, "summaries-merged", "{\"from-seq\":2,\"to-seq\":4}"));
        assertThat(ledger.announcedGaps()).containsExactly(new Gap("a", 2, 4));
        assertThat(ledger.gaps()).isEmpty();
    }

    @Test
    void announcementIsOfItsOwnEpoch() {
        addSummaries("a", 1, 3);
        ledger.add(event("b", 1, "records-lost", "{\"from-seq\":2,\"to-seq\":2}"));
        assertThat(ledger.gaps()).containsExactly(new Gap("a", 2, 2));
    }

    @Test
    void sameMessageAgainIsDuplicateButNotAltered() {
        addSummaries("a", 1, 1, 1);
        assertThat(ledger.duplicates()).hasSize(2);
        assertThat(ledger.alteredDuplicates()).isEmpty();
        assertThat(ledger.size()).isEqualTo(1);
        assertThat(ledger.arrivals()).isEqualTo(3);
    }

    @Test
    void sameNumberWithOtherBytesIsAltered() {
        Message first = summary("a", 1);
        Message spaced = new Message(first.topic(), first.payload().replace(",", ", "), false);
        ledger.add(first);
        ledger.add(spaced);
        assertThat(ledger.alteredDuplicates()).containsExactly(spaced);
        assertThat(ledger.messages()).containsExactly(first);
    }

    @Test
    void sameMessageWithDatesMovedIsNotAltered() {
        String moved = summary("a", 1)
                .payload()
                .replace("\"from\":1000,\"to\":2000", "\"from\":901000,\"to\":902000")
                .replace("\"uncertainty-ms\":0}", "\"uncertainty-ms\":15},\"redated-ms\":900000");
        String topic = summary("a", 1).topic();
        Message otherToo = new Message(topic, moved.replace("-1.5", "-1.6"), false);
        ledger.add(summary("a", 1));
        ledger.add(new Message(topic, moved, false));
        ledger.add(otherToo);
        assertThat(ledger.duplicates()).hasSize(2);
        assertThat(ledger.alteredDuplicates()).containsExactly(otherToo);
    }

    @Test
    void sameNumberOnOtherTopicIsAltered() {
        Message first = summary("a", 1);
        Message elsewhere = new Message("firn/s/n/summary/other/air-temperature", first.payload(), false);
        ledger.add(first);
        ledger.add(elsewhere);
        assertThat(ledger.alteredDuplicates()).containsExactly(elsewhere);
    }

    @Test
    void summariesAndEventsShareOneNumbering() {
        ledger.add(event("a", 1, "started", "{}"));
        addSummaries("a", 2);
        ledger.add(event("a", 3, "replay-ended", "{\"readings\":17}"));
        assertThat(ledger.gaps()).isEmpty();
        assertThat(ledger.summaries()).extracting(PublishedSummary::seq).containsExactly(2L);
        assertThat(ledger.events()).extracting(PublishedEvent::kind).containsExactly("started", "replay-ended");
        assertThat(ledger.events("replay-ended").getFirst().number("readings")).isEqualTo(17);
        assertThat(ledger.events("replay-ended").getFirst().number("none")).isEqualTo(-1);
    }

    @Test
    void eventsAreInOrderHoweverTheyCome() {
        ledger.add(event("a", 3, "stopped", "{}"));
        ledger.add(event("a", 1, "started", "{}"));
        ledger.add(event("a", 1, "started", "{}"));
        assertThat(ledger.events()).extracting(PublishedEvent::seq).containsExactly(1L, 3L);
        assertThat(ledger.events("started")).hasSize(1);
    }

    @Test
    void summaryIsReadInFull() {
        ledger.add(summary("a", 1));
        PublishedSummary summary = ledger.summaries().getFirst();
        assertThat(summary.series()).isEqualTo("station/air-temperature");
        assertThat(summary.unit()).isEqualTo("Cel");
        assertThat(summary.fromMillis()).isEqualTo(1000);
        assertThat(summary.toMillis()).isEqualTo(2000);
        assertThat(List.of(summary.count(), summary.good(), summary.missing())).containsExactly(3L, 2L, 1L);
        assertThat(summary.flag()).isEqualTo(1);
        assertThat(summary.statistics()).containsOnlyKeys("mean", "stddev");
        assertThat(summary.statistic("mean")).hasValue(-1.5);
        assertThat(summary.statistic("stddev")).isEmpty();
    }

    @Test
    void statusIsKeptWithoutNumber() {
        ledger.add(new Message("firn/s/n/status", "{\"online\":true}", true));
        ledger.add(new Message("firn/s/n/status", "{\"online\":false}", false));
        assertThat(ledger.size()).isZero();
        assertThat(ledger.duplicates()).isEmpty();
        assertThat(ledger.latest("/status")).map(Message::payload).hasValue("{\"online\":false}");
    }

    @Test
    void commandsAndRepliesAreKeptWithoutNumber() {
        ledger.add(new Message("firn/s/n/command/note", "no JSON, as others may send", false));
        ledger.add(new Message("firn/s/n/reply/note", "{\"id\":\"\",\"ok\":false,\"error\":\"is no JSON\"}", false));
        assertThat(ledger.latest("/reply/note")).isPresent();
        assertThat(ledger.unreadable()).isEmpty();
        assertThat(ledger.size()).isZero();
        assertThat(ledger.arrivals()).isEqualTo(2);
    }

    @Test
    void whatIsNotAsDescribedIsUnreadableWithTheReason() {
        Ledger checked = Ledger.of(AsyncApi.documented());
        checked.add(new Message("firn/s/n/command/note", "anything", false));
        String status = "{\"online\":false,\"since\":5,\"version\":\"1\",\"boot\":\"b\",\"mood\":\"good\"}";
        checked.add(new Message("firn/s/n/status", status, true));
        assertThat(checked.copy().unreadable()).singleElement().asString().contains("firn/s/n/status", "mood", status);
        checked.add(new Message("firn/s/n/status", status.replace(",\"mood\":\"good\"", ""), true));
        assertThat(checked.unreadable()).hasSize(1);
        assertThat(checked.latest("/status")).isPresent();
    }

    @Test
    void unreadableMessagesAreNamed() {
        ledger.add(new Message("firn/s/n/summary/station/air-temperature", "{", false));
        ledger.add(new Message("firn/s/n/event", "{\"epoch\":\"a\",\"seq\":1.5}", false));
        ledger.add(new Message("firn/s/n/event", "{\"seq\":1,\"seq\":2}", false));
        ledger.add(new Message("firn/s/n/gossip", "{}", false));
        ledger.add(new Message("elsewhere", "{}", false));
        assertThat(ledger.unreadable()).hasSize(5).allMatch(reason -> reason.startsWith("message on "));
        assertThat(ledger.size()).isZero();
    }

    @Test
    void severityOutsideThreeIsUnreadable() {
        ledger.add(new Message(
                "firn/s/n/event", event("a", 1, "started", "{}").payload().replace("info", "fatal"), false));
        assertThat(ledger.unreadable()).singleElement().asString().contains("fatal");
    }

    @Test
    void countsBytesOfTopicAndPayload() {
        ledger.add(new Message("firn/s/n/status", "{\"é\":1}", false));
        assertThat(ledger.bytes()).isEqualTo(15 + 8);
    }

    private void addSummaries(String epoch, long... seqs) {
        for (long seq : seqs) {
            ledger.add(summary(epoch, seq));
        }
    }

    private static Message summary(String epoch, long seq) {
        String payload = """
                {"epoch":"%s","seq":%d,"from":1000,"to":2000,"unit":"Cel","count":3,"good":2,"missing":1,"mean":-1.5,\
                "stddev":null,"flag":1,"clock":{"synced":true,"uncertainty-ms":0}}""".formatted(epoch, seq);
        return new Message("firn/s/n/summary/station/air-temperature", payload, false);
    }

    private static Message event(String epoch, long seq, String kind, String detail) {
        String payload = """
                {"epoch":"%s","seq":%d,"time":5,"kind":"%s","severity":"info","text":"so","detail":%s}""".formatted(epoch, seq, kind, detail);
        return new Message("firn/s/n/event", payload, false);
    }
}
