package dev.firn.derived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TiltTest {

    private static final int FIRST_ACCELERATION = 4;

    @ParameterizedTest
    @CsvSource({
        "0, 0, 1, 0, 0, 0",
        "-0.5, 0, 0.8660, 30, 0, 30",
        "0, 0.5, 0.8660, 0, 30, 30",
        "0, 0, -1, 0, 180, 180",
        "-1, 0, 0, 90, 0, 90",
    })
    void angles(double x, double y, double z, double pitch, double roll, double slope) {
        Tilt tilt = inG(x, y, z);
        assertThat(tilt.pitch()).isCloseTo(pitch, within(0.002));
        assertThat(tilt.roll()).isCloseTo(roll, within(0.002));
        assertThat(tilt.slope()).isCloseTo(slope, within(0.002));
    }

    @ParameterizedTest
    @CsvSource({"1, false", "1.09, false", "1.11, true", "0.91, false", "0.89, true", "0, true"})
    void moreOrLessThanGravityIsShaking(double z, boolean shaken) {
        assertThat(inG(0, 0, z).isShaken(0.1)).isEqualTo(shaken);
    }

    // An inertial sensor turned by hand (xioTechnologies/Fusion, MIT); the ranges are those of these formulas.
    @Test
    void recordedTurningHasTheKnownRanges() {
        List<Tilt> recording = recording();
        assertThat(recording).hasSize(13_514);
        assertThat(recording.stream().mapToDouble(Tilt::pitch).min().orElseThrow())
                .isCloseTo(-60.1, within(0.05));
        assertThat(recording.stream().mapToDouble(Tilt::pitch).max().orElseThrow())
                .isCloseTo(65.0, within(0.05));
        assertThat(recording.stream().mapToDouble(Tilt::roll).min().orElseThrow())
                .isCloseTo(-59.3, within(0.05));
        assertThat(recording.stream().mapToDouble(Tilt::roll).max().orElseThrow())
                .isCloseTo(71.9, within(0.05));
        assertThat(recording.stream().filter(tilt -> tilt.isShaken(0.1))).hasSize(576);
    }

    @ParameterizedTest
    @CsvSource({
        // what the sensor shows on level ground
        "0, 0",
        "30, 0",
        "0, -20",
        "12, 34",
        "-40, 170",
    })
    void mountingIsTakenOut(double pitch, double roll) {
        double p = Math.toRadians(pitch);
        double r = Math.toRadians(roll);
        Tilt felt = inG(-Math.sin(p), Math.cos(p) * Math.sin(r), Math.cos(p) * Math.cos(r));
        assertThat(felt.pitch()).isCloseTo(pitch, within(1e-9));
        assertThat(felt.roll()).isCloseTo(roll, within(1e-9));
        Tilt straight = new Mounting(pitch, roll, 0).straightened(felt);
        assertThat(straight.pitch()).isCloseTo(0, within(1e-9));
        assertThat(straight.roll()).isCloseTo(0, within(1e-9));
        assertThat(straight.slope()).isCloseTo(0, within(1e-5));
    }

    @Test
    void sensorTurnedToTheLeftFeelsPitchAsRoll() {
        // Its x axis points to the left; nose of the vehicle 30° down, so that forward, its −y axis, feels −g/2.
        Tilt felt = inG(0, 0.5, 0.8660254);
        Tilt straight = new Mounting(0, 0, 90).straightened(felt);
        assertThat(straight.pitch()).isCloseTo(30, within(1e-5));
        assertThat(straight.roll()).isCloseTo(0, within(1e-5));
    }

    static List<Tilt> recording() {
        try (InputStream file = TiltTest.class.getResourceAsStream("/imu/xio_fusion_sensor_data.csv");
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(TiltTest::row).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Tilt row(String line) {
        String[] cells = line.split(",", -1);
        return inG(
                Double.parseDouble(cells[FIRST_ACCELERATION]),
                Double.parseDouble(cells[FIRST_ACCELERATION + 1]),
                Double.parseDouble(cells[FIRST_ACCELERATION + 2]));
    }

    private static Tilt inG(double x, double y, double z) {
        return new Tilt(x * Tilt.GRAVITY, y * Tilt.GRAVITY, z * Tilt.GRAVITY);
    }
}
