package dev.firn.sensor.ads1115;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.sensor.Measured;
import dev.firn.telemetry.QualityFlag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindVaneTest {

    /** Ideal codes of 16 bits from SparkFun's library for the same vane. */
    @ParameterizedTest
    @CsvSource({
        "50294, 0",
        "25985, 22.5",
        "29527, 45",
        "5361, 67.5",
        "5958, 90",
        "4219, 112.5",
        "11818, 135",
        "8099, 157.5",
        "18388, 180",
        "15661, 202.5",
        "40329, 225",
        "38365, 247.5",
        "60494, 270",
        "52961, 292.5",
        "56785, 315",
        "44978, 337.5"
    })
    void findsThePosition(int code, double direction) {
        assertThat(WindVane.direction(code / 65_535.0)).hasValue(direction);
        assertThat(WindVane.direction((code + 250) / 65_535.0)).hasValue(direction);
        assertThat(WindVane.direction((code - 250) / 65_535.0)).hasValue(direction);
    }

    @ParameterizedTest
    @CsvSource({
        "65535, open line",
        "62360, open line",
        "0, shorted to ground",
        "3640, shorted to ground",
        "22000, between two directions",
        "33900, between two directions"
    })
    void refusesWhatIsFarFromEachPosition(int code, String words) {
        Measured measured = WindVane.measured(code / 65_535.0);
        assertThat(measured.flag()).isEqualTo(QualityFlag.MISSING);
        assertThat(measured.reason()).contains(words);
    }

    @ParameterizedTest
    @CsvSource({"62340, 270", "3655, 112.5", "5655, 67.5", "5665, 90"})
    void takesWhatIsWithinHalfTheWayToTheNextPosition(int code, double direction) {
        assertThat(WindVane.direction(code / 65_535.0)).hasValue(direction);
    }
}
