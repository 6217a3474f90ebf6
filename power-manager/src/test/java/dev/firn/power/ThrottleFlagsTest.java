package dev.firn.power;

import static dev.firn.power.ThrottleFlags.Condition.FREQUENCY_CAPPED;
import static dev.firn.power.ThrottleFlags.Condition.SOFT_TEMPERATURE_LIMIT;
import static dev.firn.power.ThrottleFlags.Condition.THROTTLED;
import static dev.firn.power.ThrottleFlags.Condition.UNDER_VOLTAGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.power.ThrottleFlags.Condition;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThrottleFlagsTest {

    // Words that are explained in the documentation of vcgencmd and in forum answers of Raspberry Pi's engineers.
    static Stream<Arguments> words() {
        return Stream.of(
                Arguments.of(0x0, Set.of(), Set.of()),
                Arguments.of(0x50005, Set.of(UNDER_VOLTAGE, THROTTLED), Set.of(UNDER_VOLTAGE, THROTTLED)),
                Arguments.of(0x50000, Set.of(), Set.of(UNDER_VOLTAGE, THROTTLED)),
                Arguments.of(
                        0xe0008,
                        Set.of(SOFT_TEMPERATURE_LIMIT),
                        Set.of(FREQUENCY_CAPPED, THROTTLED, SOFT_TEMPERATURE_LIMIT)),
                Arguments.of(0x80008, Set.of(SOFT_TEMPERATURE_LIMIT), Set.of(SOFT_TEMPERATURE_LIMIT)),
                Arguments.of(0x2, Set.of(FREQUENCY_CAPPED), Set.of()));
    }

    @ParameterizedTest
    @MethodSource("words")
    void decodesBits(int word, Set<Condition> now, Set<Condition> earlier) {
        assertThat(ThrottleFlags.of(word)).isEqualTo(new ThrottleFlags(now, earlier));
    }

    @Test
    void bitsWithoutAMeaningAreIgnored() {
        assertThat(ThrottleFlags.of(0xfff0fff0)).isEqualTo(ThrottleFlags.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"50005", "50005\n", "0x50005", "0X50005", "throttled=0x50005", "throttled=0x50005\n", "00050005"
            })
    void readsEveryFormThatIsPrinted(String text) {
        assertThat(ThrottleFlags.parse(text)).contains(ThrottleFlags.of(0x50005));
    }

    @Test
    void readsLettersInEitherCase() {
        assertThat(ThrottleFlags.parse("E0008")).contains(ThrottleFlags.of(0xe0008));
        assertThat(ThrottleFlags.parse("ffffffff")).contains(ThrottleFlags.of(-1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "0x",
                "throttled=",
                "-5",
                "5 0005",
                "fine",
                "100000000",
                "throttled=0xg",
                "VCHI initialization failed"
            })
    void anythingElseIsNoWord(String text) {
        assertThat(ThrottleFlags.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0     | no throttling
            50000 | no throttling; earlier under-voltage, throttled
            50005 | under-voltage, throttled; earlier under-voltage, throttled
            e0008 | soft temperature limit; earlier frequency capped, throttled, soft temperature limit
            2     | frequency capped
            """)
    void tellsThemInWords(String word, String words) {
        assertThat(ThrottleFlags.parse(word).map(ThrottleFlags::describe)).contains(words);
    }
}
