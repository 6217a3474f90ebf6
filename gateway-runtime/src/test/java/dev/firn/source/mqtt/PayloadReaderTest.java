package dev.firn.source.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayloadReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''          | 21.5                                   | 21.5",
                "''          | ' -3 '                                 | -3",
                "/t          | {\"t\":21.5}                           | 21.5",
                "/t          | {\"a\":{\"t\":1},\"t\":2,\"z\":[1,2]}  | 2",
                "/a/t        | {\"t\":1,\"a\":{\"t\":\"2.5\"}}        | 2.5",
                "/a/1/t      | {\"a\":[{\"t\":1},{\"t\":2}]}          | 2",
                "/1          | [5,6]                                  | 6",
                "/contact    | {\"contact\":true}                     | 1",
                "/contact    | {\"contact\":false}                    | 0",
                "/a~1b/m~0n  | {\"a/b\":{\"m~n\":7}}                  | 7",
                "/           | {\"\":3}                               | 3",
            })
    void takesTheValueAtItsPlace(String place, String payload, double value) throws UnreadableException {
        PayloadReader reader = new PayloadReader(List.of(Pointer.parse(place)), Optional.empty());
        for (int again = 0; again < 2; again++) {
            reader.read(payload.getBytes(StandardCharsets.UTF_8));
            assertThat(reader.value(0)).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''               | empty",
                "{                | no JSON",
                "warm             | no JSON",
                "{\"t\":1} x      | no JSON",
                "{\"t\":1} 2      | more follows",
                "{\"other\":1}    | nothing at /t",
                "{\"t\":null}     | no number",
                "{\"t\":\"warm\"} | no number: warm",
                "{\"t\":1e999}    | no number",
                "{\"t\":\"NaN\"}  | no number",
                "{\"t\":{\"u\":1}} | nothing at /t",
            })
    void saysWhatIsWrong(String payload, String reason) {
        PayloadReader reader = new PayloadReader(List.of(Pointer.parse("/t")), Optional.empty());
        assertThatExceptionOfType(UnreadableException.class)
                .isThrownBy(() -> reader.read(payload.getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1700000000000                | 1700000000000",
                "\"2023-11-14T22:13:20Z\"     | 1700000000000",
                "\"2023-11-14T23:13:20+01:00\" | 1700000000000",
            })
    void takesTheTime(String time, long millis) throws UnreadableException {
        PayloadReader reader = dated();
        reader.read(("{\"at\":" + time + ",\"t\":1}").getBytes(StandardCharsets.UTF_8));
        assertThat(reader.timeMillis()).isEqualTo(millis);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"t\":1}",
                "{\"t\":1,\"at\":\"noon\"}",
                "{\"t\":1,\"at\":-1}",
                "{\"t\":1,\"at\":1e30}",
                "{\"t\":1,\"at\":null}"
            })
    void withoutTheTimeItIsOfNoUse(String payload) {
        assertThatExceptionOfType(UnreadableException.class)
                .isThrownBy(() -> dated().read(payload.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void oneBadValueLeavesTheOthers() throws UnreadableException {
        PayloadReader reader = new PayloadReader(List.of(Pointer.parse("/t"), Pointer.parse("/h")), Optional.empty());
        reader.read("{\"t\":\"warm\",\"h\":40}".getBytes(StandardCharsets.UTF_8));
        assertThat(reader.value(0)).isNaN();
        assertThat(reader.value(1)).isEqualTo(40);
        assertThat(reader.problem())
                .hasValueSatisfying(reason -> assertThat(reason).contains("/t", "warm"));
    }

    @Test
    void whateverBytesComeItReadsThemOrSaysWhyNot() {
        Random random = new Random(5);
        PayloadReader reader = dated();
        byte[] whole =
                "{\"at\":1700000000000,\"t\":[1,{\"t\":\"2\"}],\"x\":{\"t\":1e5}}".getBytes(StandardCharsets.UTF_8);
        for (int nth = 0; nth < 20_000; nth++) {
            byte[] payload = whole.clone();
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                payload[random.nextInt(payload.length)] = (byte) random.nextInt(256);
            }
            try {
                reader.read(payload);
                assertThat(reader.value(0)).isFinite();
            } catch (UnreadableException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    private static PayloadReader dated() {
        return new PayloadReader(List.of(Pointer.parse("/t")), Optional.of(Pointer.parse("/at")));
    }
}
