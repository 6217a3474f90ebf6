package dev.firn.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reason;
import dev.firn.telemetry.Sample;
import dev.firn.telemetry.SeriesId;
import dev.firn.telemetry.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenWindowsTest {

    private static final SeriesId AIR = new SeriesId("air", Quantity.AIR_TEMPERATURE);
    private static final long MINUTE = 60_000;

    private final List<Summary> closed = new ArrayList<>();

    @Test
    void slidingWindowsShareTheirSamples() {
        OpenWindows windows = new OpenWindows(AIR, new WindowLength(3 * MINUTE, MINUTE));
        windows.add(sample(0, 1));
        windows.add(sample(MINUTE, 2));
        windows.add(sample(2 * MINUTE, 3));
        windows.closeUntil(5 * MINUTE, closed::add);
        assertThat(closed.stream().map(Summary::fromMillis))
                .containsExactly(-2 * MINUTE, -MINUTE, 0L, MINUTE, 2 * MINUTE);
        assertThat(closed.stream().map(Summary::mean)).containsExactly(1.0, 1.5, 2.0, 2.5, 3.0);
    }

    @Test
    void sampleOfTheFirstClosedWindowIsLate() {
        OpenWindows windows = new OpenWindows(AIR, new WindowLength(3 * MINUTE, MINUTE));
        windows.add(sample(0, 1));
        windows.closeUntil(MINUTE, closed::add);
        assertThat(windows.isLate(MINUTE - 1)).isTrue();
        assertThat(windows.isLate(MINUTE)).isFalse();
    }

    @Test
    void lateSampleGoesToTheWindowsThatAreOpen() {
        OpenWindows windows = new OpenWindows(AIR, new WindowLength(3 * MINUTE, MINUTE));
        windows.add(sample(0, 1));
        windows.closeUntil(MINUTE, closed::add);
        windows.add(sample(MINUTE - 1, 5));
        windows.closeAll(closed::add);
        assertThat(closed.stream().map(Summary::count)).containsExactly(1L, 2L, 2L);
    }

    @Test
    void oneThatIsHeldBackCountsWithoutItsValue() {
        OpenWindows windows = new OpenWindows(AIR, WindowLength.tumbling(MINUTE));
        windows.add(sample(0, 1));
        windows.count(sample(1, 100));
        windows.count(new Sample().set(2, 7, QualityFlag.SUSPECT, Reason.SPIKE));
        windows.closeAll(closed::add);
        assertThat(closed).singleElement().satisfies(summary -> {
            assertThat(summary.count()).isEqualTo(3);
            assertThat(summary.good()).isEqualTo(2);
            assertThat(summary.mean()).isEqualTo(1);
            assertThat(summary.flag()).isEqualTo(QualityFlag.SUSPECT);
            assertThat(summary.reasons()).isEqualTo(Map.of(Reason.SPIKE, 1L));
        });
    }

    @Test
    void nextWindowHasNothingOfTheOneBefore() {
        OpenWindows windows = new OpenWindows(AIR, WindowLength.tumbling(MINUTE));
        windows.add(sample(0, 100));
        windows.add(new Sample().set(2, 7, QualityFlag.FAIL, Reason.SPIKE));
        windows.closeUntil(MINUTE, closed::add);
        windows.add(sample(MINUTE, 3));
        windows.closeAll(closed::add);
        OpenWindows fresh = new OpenWindows(AIR, WindowLength.tumbling(MINUTE));
        List<Summary> expected = new ArrayList<>();
        fresh.add(sample(MINUTE, 3));
        fresh.closeAll(expected::add);
        assertThat(closed.getLast()).isEqualTo(expected.getLast());
    }

    @Test
    void windowsOfAnotherLengthAreSummedUpWhenTheyAreRestored() {
        OpenWindows before = new OpenWindows(AIR, WindowLength.tumbling(10 * MINUTE));
        before.add(sample(0, 1));
        StateWriter state = new StateWriter();
        before.save(state);
        OpenWindows after = new OpenWindows(AIR, WindowLength.tumbling(MINUTE));
        after.restore(new StateReader(state.toBytes()), closed::add);
        assertThat(closed).singleElement().satisfies(summary -> {
            assertThat(summary.toMillis()).isEqualTo(10 * MINUTE);
            assertThat(summary.count()).isEqualTo(1);
        });
        assertThat(after.firstEndMillis()).isEqualTo(Long.MAX_VALUE);
    }

    private static Sample sample(long timeMillis, double value) {
        return new Sample().set(timeMillis, value, QualityFlag.GOOD, Reason.NONE);
    }
}
