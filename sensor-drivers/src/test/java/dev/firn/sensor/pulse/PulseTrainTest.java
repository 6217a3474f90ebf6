package dev.firn.sensor.pulse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PulseTrainTest {

    private static final long SECOND = 1_000_000_000;

    private final PulseTrain train = new PulseTrain(0);
    private double time;

    /** Also below one pulse a reading. */
    @ParameterizedTest
    @CsvSource({"0.1", "0.37", "0.5", "1", "1.5", "7.3", "90"})
    void steadyTrainIsSteadyAtEveryReading(double hertz) {
        double end = 0;
        for (int second = 1; second <= 120; second++) {
            end = pulses(hertz, end, second);
            PulseTrain.Rates rates = train.read(second * SECOND);
            if (second * hertz > 2 && second > 4 + 1 / hertz) {
                assertThat(rates.mean()).isCloseTo(hertz, within(1e-6));
                assertThat(rates.gust()).isCloseTo(hertz, within(1e-6));
            }
        }
    }

    @Test
    void noPulsesAreNoRate() {
        for (int second = 1; second < 10; second++) {
            assertThat(train.read(second * SECOND)).isEqualTo(new PulseTrain.Rates(0, 0));
        }
    }

    @Test
    void meanIsPulsesByInterval() {
        pulses(10, 0, 5);
        assertThat(train.read(10 * SECOND).mean()).isCloseTo(5, within(0.01));
    }

    @Test
    void sumOfReadingsIsTheNumberOfPulses() {
        Random random = new Random(3);
        double now = 0;
        double sum = 0;
        int read = 0;
        for (int i = 0; i < 1000; i++) {
            now += Math.pow(10, random.nextDouble(-2, 0.7));
            for (; read + 1 < now; read++) {
                sum += train.read((read + 1) * SECOND).mean();
            }
            train.pulse(nanos(now));
        }
        sum += train.read(nanos(now)).mean() * (now - read);
        assertThat(sum).isCloseTo(1000, within(1e-6));
    }

    @Test
    void rateSinksToNothingWhenThePulsesEnd() {
        pulses(2, 0, 10);
        List<Double> means = DoubleStream.iterate(10, t -> t + 1)
                .limit(120)
                .map(t -> train.read(nanos(t)).mean())
                .boxed()
                .toList();
        assertThat(means.getFirst()).isCloseTo(2, within(0.11));
        assertThat(means.subList(2, 120)).containsOnly(0.0);
        assertThat(train.read(200 * SECOND).gust()).isZero();
    }

    @Test
    void gustIsTheGreatestThreeSeconds() {
        double end = pulses(2, 0, 20);
        end = pulses(20, end, 23);
        pulses(2, end, 40);
        PulseTrain.Rates rates = train.read(40 * SECOND);
        assertThat(rates.gust()).isCloseTo(20, within(0.01));
        assertThat(rates.mean()).isCloseTo((37 * 2 + 3 * 20) / 40.0, within(0.06));
    }

    @Test
    void shorterPeakIsSpreadOverThreeSeconds() {
        double end = pulses(2, 0, 20);
        end = pulses(20, end, 21);
        pulses(2, end, 40);
        assertThat(train.read(40 * SECOND).gust()).isCloseTo((2 * 2 + 20) / 3.0, within(0.01));
    }

    @Test
    void gustMayEndBetweenTwoPulses() {
        double end = pulses(0.25, 0, 20);
        end = pulses(20, end, 21);
        pulses(0.7, end, 40);
        assertThat(train.read(40 * SECOND).gust()).isCloseTo((20 + 2 * 0.7) / 3, within(0.01));
    }

    @Test
    void gustOverTheEndOfAReadingIsOneOfTheNext() {
        double end = pulses(2, 0, 20);
        end = pulses(20, end, 21.5);
        assertThat(train.read(nanos(21.5)).gust()).isCloseTo((1.5 * 2 + 1.5 * 20) / 3, within(0.01));
        end = pulses(20, end, 23);
        end = pulses(2, end, 30);
        assertThat(train.read(30 * SECOND).gust()).isCloseTo(20, within(0.01));
        pulses(2, end, 40);
        assertThat(train.read(40 * SECOND).gust()).isCloseTo(2, within(0.01));
    }

    /** Pulses until a time, the first one a period after the one before. */
    private double pulses(double hertz, double after, double until) {
        for (time = after + 1 / hertz; time <= until + 1e-9; time += 1 / hertz) {
            train.pulse(nanos(time));
        }
        return time - 1 / hertz;
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * SECOND);
    }
}
