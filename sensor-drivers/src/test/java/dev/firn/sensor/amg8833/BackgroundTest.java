package dev.firn.sensor.amg8833;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BackgroundTest {

    private final Background background = new Background(10, 2);

    @Test
    void firstFrameIsTheBackground() {
        assertThat(background.excess(new double[] {-5, 3})).containsExactly(0, 0);
        assertThat(background.excess(new double[] {-4.5, 30})).containsExactly(0.5, 27);
    }

    @Test
    void learnsSlowChangesAndForgetsPeopleTenTimesSlower() {
        background.excess(new double[] {0, 0});
        background.excess(new double[] {1, 10});
        assertThat(background.excess(new double[] {1, 10})).containsExactly(new double[] {0.9, 9.9}, within(1e-12));
    }

    @Test
    void whatBecameColderIsLearntAtOnce() {
        background.excess(new double[] {0});
        background.excess(new double[] {-10});
        assertThat(background.excess(new double[] {-10})).containsExactly(new double[] {-9}, within(1e-12));
    }
}
