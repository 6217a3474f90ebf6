package dev.firn.sensor.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "+5",
                "277.25",
                "-999.000",
                ".5",
                "-.5",
                "5.",
                "0.010",
                "1e3",
                "1E-3",
                "-2.5e+2",
                "999999999999999999",
                "9999999999999999999",
                "-123456789.12345678901234567890",
                "0000000000000000000000000000001.5",
                "1.7e308",
                "4.9e-324"
            })
    void readsWhatAFileCanHold(String text) {
        assertThat(DecimalText.parse(text)).hasValue(new BigDecimal(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+",
                ".",
                "-.",
                "1.2.3",
                "1,5",
                "--1",
                "1-",
                "1.0f",
                "1d",
                "0x10",
                "1e",
                "e5",
                "Infinity",
                "inf",
                "-inf",
                "NaN",
                "NA",
                "null",
                "12 ",
                " 12",
                "1_000",
                "١٢",
                "1e309",
                "1.8e308",
                "-1e400",
                "1e999999999",
                "1e-2000",
                "1e99999999999",
                "0e999999999",
                "1.5\0"
            })
    void refusesWhatIsNoNumber(String text) {
        assertThat(DecimalText.parse(text)).isEmpty();
    }

    @Test
    void knowsNotANumberOfAnyCase() {
        assertThat(new String[] {"nan", "NaN", "NAN", "-nan", "+NaN"}).allMatch(DecimalText::isNotANumber);
        assertThat(new String[] {"", "-", "na", "NA", "nano", "--nan", "null", "nan0"})
                .noneMatch(DecimalText::isNotANumber);
    }
}
