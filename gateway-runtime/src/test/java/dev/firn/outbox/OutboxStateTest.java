package dev.firn.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutboxStateTest {

    private static final int KILOBYTE = 1024;

    private final OutboxState state = new OutboxState(0, 1, 0);

    @Test
    void whatMustNotBeLostHasRoomWhereTheRestHasNone() {
        long taken = fill(false);
        assertThat(taken * KILOBYTE).isLessThanOrEqualTo(OutboxState.MOST_WAITING_BYTES);
        assertThat(state.append(new byte[KILOBYTE], true, Origin.TIMELESS)).hasValue(taken + 1);
    }

    @Test
    void thatRoomHasAnEndToo() {
        fill(false);
        long alarms = fill(true);
        assertThat(alarms * KILOBYTE).isBetween(1L, (long) OutboxState.KEPT_RESERVE_BYTES);
    }

    private long fill(boolean kept) {
        long taken = 0;
        while (state.append(new byte[KILOBYTE], kept, Origin.TIMELESS).isPresent()) {
            taken++;
        }
        return taken;
    }
}
