package dev.firn.senml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.senml.SenMlRecord.Measurement;
import dev.firn.senml.SenMlRecord.Text;
import dev.firn.senml.SenMlRecord.Truth;
import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class SenMlLinePropertiesTest {

    private static final String VALID =
            "[{\"bn\":\"a/\",\"bt\":1734950000,\"n\":\"b\",\"v\":-1.5e3,\"flag\":3,\"reason\":\"spike\"},"
                    + "{\"n\":\"c\",\"vs\":\"\\u00e4\"},{\"n\":\"d\",\"vb\":true,\"x\":[{}]}]";

    @Property
    void whatIsEncodedIsDecoded(@ForAll @Size(max = 5) List<@From("records") SenMlRecord> records) {
        assertThat(SenMlLine.decode(SenMlLine.encode(records))).isEqualTo(records);
    }

    @Property(tries = 100)
    void encodedIsOneLine(@ForAll("records") SenMlRecord senMlRecord) {
        assertThat(SenMlLine.encode(senMlRecord)).doesNotContain("\n", "\r");
    }

    @Property
    void arbitraryBytesAreDecodedOrRefused(@ForAll @Size(max = 200) byte[] line) {
        decodeOrRefuse(line);
    }

    @Property
    void damagedBytesAreDecodedOrRefused(@ForAll int place, @ForAll byte damage, @ForAll boolean torn) {
        byte[] line = VALID.getBytes(StandardCharsets.UTF_8);
        int position = Math.floorMod(place, line.length);
        line[position] = damage;
        decodeOrRefuse(torn ? Arrays.copyOf(line, position + 1) : line);
    }

    @Property
    void arbitraryTextIsDecodedOrRefused(@ForAll("jsonLike") String line) {
        decodeOrRefuse(line.getBytes(StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<String> jsonLike() {
        return Arbitraries.of(
                        "[",
                        "]",
                        "{",
                        "}",
                        ",",
                        ":",
                        "\"n\"",
                        "\"t\"",
                        "\"v\"",
                        "\"vs\"",
                        "\"flag\"",
                        "\"bt\"",
                        "\"bv\"",
                        "1734950000",
                        "1e308",
                        "-0",
                        "9",
                        "\"a/b\"",
                        "true",
                        "null",
                        "1e-999999999",
                        "1e999999999")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<SenMlRecord> records() {
        Arbitrary<String> names = Arbitraries.of("a/b", "gate-1/people-in", "urn:dev:x_1", "firn/ping");
        Arbitrary<Long> times =
                Arbitraries.longs().between(SenMlRecord.EARLIEST_MILLIS, SenMlRecord.LATEST_RECEIVED_MILLIS);
        Arbitrary<Long> timesOrNow = Arbitraries.oneOf(times, Arbitraries.just(SenMlRecord.NOW));
        return Arbitraries.oneOf(
                Combinators.combine(names, Arbitraries.of("", "Cel", "%RH", "ä\"\\"), times, values(), flags())
                        .as(SenMlLinePropertiesTest::measurement),
                Combinators.combine(names, timesOrNow, Arbitraries.strings().ofMaxLength(50))
                        .as(Text::new),
                Combinators.combine(names, timesOrNow, Arbitraries.of(true, false))
                        .as(Truth::new));
    }

    // Values that have 12 significant digits at most: others are rounded.
    private static Arbitrary<Double> values() {
        return Arbitraries.oneOf(
                        Arbitraries.doubles(),
                        Arbitraries.doubles().between(-1e6, 1e6),
                        Arbitraries.integers().map(Integer::doubleValue))
                .map(value -> Double.parseDouble(JsonNumber.text(value)))
                .filter(Double::isFinite);
    }

    private static Arbitrary<QualityFlag> flags() {
        return Arbitraries.of(QualityFlag.class);
    }

    private static SenMlRecord measurement(String name, String unit, long time, double value, QualityFlag flag) {
        return switch (flag) {
            case MISSING -> new Measurement(name, unit, time, Double.NaN, flag, Reason.STALE);
            case GOOD, NOT_EVALUATED -> new Measurement(name, unit, time, value, flag, Reason.NONE);
            case SUSPECT, FAIL -> new Measurement(name, unit, time, value, flag, Reason.SPIKE);
        };
    }

    private static void decodeOrRefuse(byte[] line) {
        try {
            assertThat(SenMlLine.decode(line)).isNotNull();
        } catch (SenMlException e) {
            assertThat(e.getMessage()).contains(";");
        }
    }
}
