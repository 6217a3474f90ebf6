package dev.firn.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import org.junit.jupiter.api.Test;

class RecentMessagesTest {

    private final RecentMessages messages = new RecentMessages();

    @Test
    void theLatestOfAnIdCounts() {
        messages.add(7, 100);
        messages.add(7, 200);
        assertThat(messages.has(7, 200)).isTrue();
        assertThat(messages.has(7, 100)).as("the id was given to another since").isFalse();
        assertThat(messages.has(8, 200)).isFalse();
    }

    @Test
    void whatIsLongAgoIsForgotten() {
        messages.add(1, 1);
        for (int id = 2; id <= RecentMessages.ROOM; id++) {
            messages.add(id, 1);
        }
        assertThat(messages.has(1, 1)).isTrue();
        messages.add(RecentMessages.ROOM + 1, 1);
        assertThat(messages.has(1, 1)).isFalse();
        assertThat(messages.has(2, 1)).isTrue();
    }

    @Test
    void goesOnWithWhatWasSaved() {
        for (int id = 1; id <= RecentMessages.ROOM + 10; id++) {
            messages.add(id, -id);
        }
        messages.add(65_535, -1);
        StateWriter state = new StateWriter();
        messages.save(state);
        RecentMessages restored = new RecentMessages();
        restored.restore(new StateReader(state.toBytes()));
        assertThat(restored.has(65_535, -1)).isTrue();
        assertThat(restored.has(RecentMessages.ROOM, -RecentMessages.ROOM)).isTrue();
        assertThat(restored.has(5, -5)).isFalse();
        restored.add(9000, 5);
        assertThat(restored.has(9000, 5)).isTrue();
    }
}
