package dev.firn.sensor.ds18b20;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.firn.bus.FakeI2cPart;
import dev.firn.sensor.SensorFaultException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class W1SlaveTest {

    @Test
    void checksumIsThatOfTheStandardsAndOfRealParts() {
        assertThat(OneWireCrc.of("123456789".getBytes(StandardCharsets.US_ASCII), 9))
                .isEqualTo(0xA1);
        assertThat(OneWireCrc.of(FakeI2cPart.bytes("0c 02 4b 01 7f ff 0c 10"), 8))
                .isEqualTo(0x35);
        assertThat(OneWireCrc.of(FakeI2cPart.bytes("53 01 4b 46 7f ff 0d 10"), 8))
                .isEqualTo(0xE9);
    }

    /** DS18B20 data sheet, table 1. */
    @ParameterizedTest
    @CsvSource({
        "d0 07, 125",
        "50 05, 85",
        "91 01, 25.0625",
        "a2 00, 10.125",
        "08 00, 0.5",
        "00 00, 0",
        "f8 ff, -0.5",
        "5e ff, -10.125",
        "6f fe, -25.0625",
        "90 fc, -55"
    })
    void readsTheTemperatureRegister(String bytes, double celsius) {
        assertThat(W1Slave.celsius(FakeI2cPart.bytes(bytes))).isEqualTo(celsius);
    }

    @ParameterizedTest
    @CsvSource({
        "28, 0c 02 4b 01 7f ff 0c 10 35, 35, 32750, 32.75",
        "28, 53 01 4b 46 7f ff 0d 10 e9, e9, 21187, 21.1875",
        "10, 53 01 4b 46 7f ff 0d 10 e9, e9, 21187, 21.187",
    })
    void readsWhatTheKernelSays(String family, String bytes, String checksum, int milliDegrees, double celsius) {
        String text = "%s : crc=%s YES\n%s t=%d".formatted(bytes, checksum, bytes, milliDegrees);
        assertThat(W1Slave.isIntact(text)).isTrue();
        assertThat(W1Slave.celsius(family, text)).isEqualTo(celsius);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "50 05 4b 46 7f ff 0c 10 | 85000 | power-on value",
                "ff 07 4b 46 7f ff 0c 10 | 127937 | too little power",
                "00 00 00 00 00 00 00 00 | 0 | held low",
                "d1 07 4b 46 7f ff 0c 10 | 125062 | beyond what it measures",
                "8f fc 4b 46 7f ff 0c 10 | -55062 | beyond what it measures"
            })
    void refusesValuesThatStandForNone(String bytes, int milliDegrees, String words) {
        assertRefused("28", FakeW1.answer(bytes, milliDegrees).strip(), words);
    }

    /** A DS18S20's power-on value is 00AA in halves. */
    @Test
    void refusesThePowerOnValueOfPartsThatCountInHalves() {
        assertRefused("10", FakeW1.answer("aa 00 4b 46 ff ff 0c 10", 85_000).strip(), "power-on value");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0c 02 4b 01 7f ff 0c 10 36 : crc=35 NO  | checksum 0x36, computed 0x35",
                "0c 02 4b 01 7f ff 0c 10 36 : crc=36 YES | checksum 0x36, computed 0x35",
                "0c 02 4b 01 7f ff 0c 10 35 : crc=35 NO  | checksum",
                "0c 02 4b 01 7f ff 0c 10 : crc=35 YES    | no answer of a thermometer",
                "0c 02 4b 01 7f ff 0c 10 35 : crc=35     | no answer of a thermometer"
            })
    void refusesDamagedAnswers(String firstLine, String words) {
        String text = firstLine + "\n0c 02 4b 01 7f ff 0c 10 35 t=32750";
        assertThat(W1Slave.isIntact(text)).isFalse();
        assertRefused("28", text, words);
    }

    private static void assertRefused(String family, String text, String words) {
        assertThatExceptionOfType(SensorFaultException.class)
                .isThrownBy(() -> W1Slave.celsius(family, text))
                .withMessageContaining(words);
    }
}
