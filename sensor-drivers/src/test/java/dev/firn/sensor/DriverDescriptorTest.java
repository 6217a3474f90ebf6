package dev.firn.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriverDescriptorTest {

    private static final DriverKey<Integer> ADDRESS = DriverKey.i2cAddress(0x76, 0x77);
    private static final DriverKey<Double> HEIGHT =
            DriverKey.required("mount-height-m", SettingType.number(0.3, 10), "Height.");
    private static final DriverKey<Integer> SPARE = DriverKey.optional("spare", SettingType.LINE, "Spare.");

    private static DriverDescriptor with(DriverKey<?>... keys) {
        return new DriverDescriptor("x", "X.", List.of("Wire."), List.of(), Duration.ofSeconds(1), List.of(keys));
    }

    @Test
    void refusesAKeyTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(ADDRESS, ADDRESS))
                .withMessageContaining("driver x has a key twice");
    }

    @Test
    void settingsHaveWhatIsWrittenOrTheFallback() throws SettingException {
        Settings settings = Settings.parse(with(ADDRESS, HEIGHT, SPARE), Map.of("mount-height-m", "4.5"));
        assertThat(settings.get(HEIGHT)).isEqualTo(4.5);
        assertThat(settings.get(ADDRESS)).isEqualTo(0x76);
        assertThat(settings.has(ADDRESS)).isFalse();
        assertThat(settings.find(SPARE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "address=0x78|is no address of this part; it can have 0x76, 0x77",
                "address=0x75|is no address of this part; it can have 0x76, 0x77",
                "address=076|is no whole number in range",
                "mount-height-m=11|is no number in range; give one from 0.3 to 10.0",
                "mount-height-m=4d|is no number in range",
                "mount-hight-m=4|is no key of x"
            })
    void refusesWhatIsWrong(String entry, String words) {
        int equals = entry.indexOf('=');
        Map<String, String> texts = new java.util.HashMap<>(Map.of("mount-height-m", "4.5"));
        texts.put(entry.substring(0, equals), entry.substring(equals + 1));
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> Settings.parse(with(ADDRESS, HEIGHT), texts))
                .withMessageContaining(words);
    }

    @Test
    void refusesAnAbsentKeyThatIsRequired() {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> Settings.parse(with(HEIGHT), Map.of()))
                .withMessage("mount-height-m is missing; Height.");
    }

    @ParameterizedTest
    @CsvSource({"10us, 10000", "5 ms, 5000000", "2s, 2000000000"})
    void readsDurations(String text, long nanos) throws SettingException {
        assertThat(SettingType.duration(Duration.ZERO, Duration.ofHours(1)).parse(text))
                .isEqualTo(Duration.ofNanos(nanos));
    }

    @Test
    void readsListsOfAFixedLength() throws SettingException {
        SettingType<List<Integer>> pair = SettingType.list(SettingType.LINE, 2, 2);
        assertThat(pair.parse("17, 27")).containsExactly(17, 27);
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> pair.parse("17"))
                .withMessage("has 1 values; give 2");
    }
}
