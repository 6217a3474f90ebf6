package dev.firn.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.outbox.ReadingOrder.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReadingOrderTest {

    private final AckTracker acks = new AckTracker(10);

    @Test
    void shortBacklogGoesInTheOrderOfNumbers() {
        ReadingOrder order = new ReadingOrder(acks);
        order.restart(20);
        assertThat(order.endOfBacklog()).isEmpty();
        acks.done(12);
        assertThat(read(order, 22, 100)).containsExactly(11L, 13L, 14L, 15L, 16L, 17L, 18L, 19L, 20L, 21L, 22L);
    }

    @Test
    void whatIsNewOvertakesALongBacklog() {
        ReadingOrder order = new ReadingOrder(acks);
        order.restart(1000);
        assertThat(order.endOfBacklog()).hasValue(1000);
        assertThat(read(order, 1000, 2)).containsExactly(11L, 12L);
        assertThat(read(order, 1002, 4)).containsExactly(1001L, 1002L, 13L, 14L);
        List<Long> rest = read(order, 1002, 2000);
        assertThat(rest).isEqualTo(LongStream.rangeClosed(15, 1000).boxed().toList());
        assertThat(read(order, 1003, 2)).containsExactly(1003L);
    }

    @Test
    void alarmsOfTheBacklogGoFirstAndOnce() {
        ReadingOrder order = new ReadingOrder(acks);
        order.restart(1000);
        order.found(500);
        order.found(600);
        acks.done(600);
        order.found(2000); // behind the backlog: its turn comes soon enough
        assertThat(order.nextAlarm()).hasValue(500);
        assertThat(order.nextAlarm()).isEmpty();
        assertThat(read(order, 1001, 2000))
                .startsWith(1001L, 11L)
                .doesNotContain(500L, 600L)
                .hasSize(989);
    }

    @Test
    void anAlarmWhoseTurnHasComeIsNotRepeated() {
        ReadingOrder order = new ReadingOrder(acks);
        order.restart(1000);
        read(order, 1000, 5);
        order.found(12);
        assertThat(order.nextAlarm()).isEmpty();
    }

    @Test
    void beginsAgainAtTheOldestOpenRecord() {
        ReadingOrder order = new ReadingOrder(acks);
        order.restart(1000);
        order.found(500);
        assertThat(order.nextAlarm()).hasValue(500);
        read(order, 1005, 20);
        acks.done(new SeqRange(1001, 1003));
        acks.done(11);
        order.restart(1005);
        assertThat(read(order, 1005, 2000))
                .startsWith(12L, 13L)
                .contains(500L, 1004L)
                .doesNotContain(1001L, 1003L);
    }

    private static List<Long> read(ReadingOrder order, long syncedSeq, int most) {
        List<Long> seqs = new ArrayList<>();
        Turn turn = order.next(syncedSeq);
        while (turn != null && seqs.size() < most) {
            order.taken(turn, turn.seq());
            seqs.add(turn.seq());
            turn = seqs.size() < most ? order.next(syncedSeq) : turn;
        }
        return seqs;
    }
}
