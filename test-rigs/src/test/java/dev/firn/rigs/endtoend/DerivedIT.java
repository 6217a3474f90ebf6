package dev.firn.rigs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firn.rigs.ledger.Ledger;
import dev.firn.rigs.ledger.Message;
import dev.firn.rigs.ledger.PublishedSummary;
import dev.firn.rigs.recompute.ExpectedSummary;
import dev.firn.rigs.recompute.Slice;
import dev.firn.rigs.recordings.Recording;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Series that follow from others, against their formulas written down anew. */
class DerivedIT {

    private static final String FROM = "2014-12-23T00:00:00+01:00";
    private static final String TO = "2014-12-30T00:00:00+01:00";
    private static final int ROWS = 7 * 48;
    private static final Duration ONE_ROW = Duration.ofMinutes(30);
    /** Of the standard atmosphere at 2540 m, 743 hPa. */
    private static final double PASCAL = 101_325 * Math.pow(1 - 0.0065 * 2540 / 288.15, 5.25588);

    @SuppressWarnings("NullAway.Init") // before all tests
    private static GatewayRig rig;

    @SuppressWarnings("NullAway.Init")
    private static Ledger ledger;

    /** What the station recorded, by series and then by time. */
    private static final Map<String, Map<Long, OptionalDouble>> recorded = new TreeMap<>();

    @BeforeAll
    static void replay() {
        rig = new GatewayRig();
        ledger = rig.replayed(rig.config()
                .inWindowsOf("30m")
                .judging("named")
                .replaying(rig.station(Recording.WFJ2).between(FROM, TO))
                .replaying(rig.written(
                        "valley", SmetText.of("TA RH P", ONE_ROW, "0 0.5 101325", "0 0.5 74500", "20 0.5 95000")))
                .replaying(rig.written("gappy", SmetText.of("TA RH", ONE_ROW, "0 0.5", "-1 -", "- 0.5", "-2 0.5")))
                // The chain's end first: the order in the file does not matter.
                .deriving("{id: guns, calculation: snow-making, wet-bulb: climate/wet-bulb-temperature}")
                .deriving(of("climate", "wet-bulb", "station", "altitude-m: 2540"))
                .deriving(of("climate", "dew-point", "station", "max-age: 1m"))
                .deriving(of("below", "wet-bulb", "valley", "pressure: valley/air-pressure"))
                .deriving(of("below", "dew-point", "valley", "max-age: 1m"))
                .deriving(of("holes", "wet-bulb", "gappy", "altitude-m: 2540"))
                .deriving("{id: holes, calculation: snow-making, wet-bulb: holes/wet-bulb-temperature}"));
        for (ExpectedSummary row : GatewayRig.expected(
                rig.directory().resolve(Recording.WFJ2.fileName()), Slice.between(FROM, TO), ONE_ROW)) {
            recorded.computeIfAbsent(row.series(), series -> new TreeMap<>())
                    .put(row.fromMillis(), row.statistic("last"));
        }
    }

    @AfterAll
    static void end() {
        rig.close();
    }

    private static String of(String id, String calculation, String sensor, String more) {
        return "{id: %1$s, calculation: %2$s, air-temperature: %3$s/air-temperature, relative-humidity: %3$s/relative-humidity, %4$s}"
                .formatted(id, calculation, sensor, more);
    }

    @Test
    void theDewPointIsThatOfTheMagnusFormula() {
        assertThat(rowsFurtherOff(1e-9, "climate/dew-point-temperature", row -> {
                    double air = recorded("air-temperature", row);
                    double vapour = Math.log(humidity(row)) + 17.625 * air / (243.04 + air);
                    return value(row) - 243.04 * vapour / (17.625 - vapour);
                }))
                .isEmpty();
        assertThat(value(GatewayRig.of("below/dew-point-temperature", ledger).get(2)))
                .as("20 °C and 50 %")
                .isCloseTo(9.26, within(0.005));
    }

    @Test
    void theWetBulbSolvesThePsychrometerEquation() {
        assertThat(rowsFurtherOff(1e-3, "climate/wet-bulb-temperature", row -> {
                    double air = recorded("air-temperature", row);
                    double bulb = value(row);
                    double cooling = 0.00066 * (1 + 0.00115 * bulb) * PASCAL * (air - bulb);
                    return saturation(bulb) - cooling - humidity(row) * saturation(air);
                }))
                .isEmpty();
        List<PublishedSummary> below = GatewayRig.of("below/wet-bulb-temperature", ledger);
        assertThat(value(below.get(0))).as("at the sea").isCloseTo(-2.9, within(0.05));
        assertThat(value(below.get(1))).as("at 745 hPa").isCloseTo(-3.4, within(0.05));
    }

    /** Of a week of good readings, those that are further off than this. */
    private static List<PublishedSummary> rowsFurtherOff(
            double tolerance, String series, ToDoubleFunction<PublishedSummary> error) {
        List<PublishedSummary> rows = GatewayRig.of(series, ledger);
        assertThat(rows).hasSize(ROWS);
        assertThat(rows.stream().filter(row -> row.flag() != 1)).isEmpty();
        return rows.stream()
                .filter(row -> !(Math.abs(error.applyAsDouble(row)) <= tolerance))
                .toList();
    }

    /** Pa, over water. */
    private static double saturation(double celsius) {
        return 610.94 * Math.exp(17.625 * celsius / (243.04 + celsius));
    }

    @Test
    void snowCanBeMadeWhereTheWetBulbSaysSo() {
        Map<Long, Double> wetBulb = new TreeMap<>();
        GatewayRig.of("climate/wet-bulb-temperature", ledger).forEach(row -> wetBulb.put(row.fromMillis(), value(row)));
        assertThat(rowsFurtherOff(0, "guns/snow-making", row -> {
                    double bulb = Objects.requireNonNull(wetBulb.get(row.fromMillis()));
                    return value(row) - (bulb < -6.7 ? 2 : bulb <= -2.2 ? 1 : 0);
                }))
                .isEmpty();
        assertThat(GatewayRig.of("guns/snow-making", ledger).stream()
                        .map(DerivedIT::value)
                        .distinct())
                .containsExactlyInAnyOrder(0.0, 1.0, 2.0);
    }

    @Test
    void withoutHumidityThereIsNoResultAndAReason() {
        assertThat(GatewayRig.of("holes/wet-bulb-temperature", ledger))
                .extracting(PublishedSummary::reasons)
                .containsExactly(Map.of(), Map.of("input", 1L), Map.of("input", 1L), Map.of());
        List<PublishedSummary> making = GatewayRig.of("holes/snow-making", ledger);
        assertThat(making).extracting(PublishedSummary::flag).containsExactly(1, 9, 9, 1);
        assertThat(making.get(1).missing()).isEqualTo(1);
        assertThat(making.get(1).reasons()).isEqualTo(Map.of("input", 1L));
        assertThat(making.get(1).statistic("last")).isEmpty();
    }

    @Test
    void theNodeSaysWhatItCalculates() throws JsonProcessingException {
        String about = ledger.latest("/about").map(Message::payload).orElseThrow();
        JsonNode sensors = new ObjectMapper().readTree(about).path("sensors");
        List<String> calculated = StreamSupport.stream(sensors.spliterator(), false)
                .filter(sensor -> sensor.path("driver").asText().equals("derived"))
                .flatMap(sensor -> StreamSupport.stream(sensor.path("series").spliterator(), false)
                        .map(series -> sensor.path("id").asText() + "/"
                                + series.path("quantity").asText() + " "
                                + series.path("unit").asText()))
                .sorted()
                .toList();
        assertThat(calculated)
                .containsExactly(
                        "below/dew-point-temperature Cel",
                        "below/wet-bulb-temperature Cel",
                        "climate/dew-point-temperature Cel",
                        "climate/wet-bulb-temperature Cel",
                        "guns/snow-making /",
                        "holes/snow-making /",
                        "holes/wet-bulb-temperature Cel");
    }

    /** A share of 1; field sensors read more than that at saturation. */
    private static double humidity(PublishedSummary row) {
        return Math.min(1, recorded("relative-humidity", row) / 100);
    }

    private static double recorded(String quantity, PublishedSummary row) {
        Map<Long, OptionalDouble> series = Objects.requireNonNull(recorded.get("station/" + quantity));
        return Objects.requireNonNull(series.get(row.fromMillis())).orElseThrow();
    }

    private static double value(PublishedSummary row) {
        return row.statistic("last").orElseThrow();
    }
}
