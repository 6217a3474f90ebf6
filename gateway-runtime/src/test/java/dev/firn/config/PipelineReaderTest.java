package dev.firn.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.filter.FilterSettings;
import dev.firn.pipeline.PipelineSettings;
import dev.firn.pipeline.PipelineSettings.Judging;
import dev.firn.pipeline.SeriesSettings;
import dev.firn.quality.AttenuatedSignal;
import dev.firn.quality.Climatology;
import dev.firn.quality.DefaultRules;
import dev.firn.quality.DewPoint;
import dev.firn.quality.FlatLine;
import dev.firn.quality.Grass;
import dev.firn.quality.Icing;
import dev.firn.quality.MountHeight;
import dev.firn.quality.Range;
import dev.firn.quality.RateOfChange;
import dev.firn.quality.SeriesRules;
import dev.firn.quality.SpikeLimits;
import dev.firn.quality.StepLimit;
import dev.firn.quality.Sunshine;
import dev.firn.quality.UserRange;
import dev.firn.telemetry.Quantity;
import dev.firn.window.WindowLength;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The section {@code pipeline} of a whole file. */
class PipelineReaderTest {

    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;

    @TempDir
    private Path folder;

    @BeforeEach
    void putFileThere() throws IOException {
        Files.writeString(folder.resolve("station.smet"), "");
    }

    @Test
    void readsWindowsLatenessAndHowFarReadingsAreJudged() throws IOException {
        PipelineSettings settings = load("{window: [1m, 10m/1m, 1h], allowed-lateness: 30s, quality: named}");
        assertThat(settings.windows())
                .containsExactly(
                        WindowLength.tumbling(MINUTE),
                        new WindowLength(10 * MINUTE, MINUTE),
                        WindowLength.tumbling(HOUR));
        assertThat(settings.latenessMillis()).isEqualTo(30_000);
        assertThat(settings.judging()).isEqualTo(Judging.AS_NAMED);
    }

    @Test
    void whatIsNotNamedStaysAsTheQuantityAsks() throws IOException {
        SeriesRules rules = rules("wind-speed", "{range: [0, 40]}", "on");
        assertThat(rules.rules())
                .containsAll(DefaultRules.of("station", Quantity.WIND_SPEED).rules())
                .contains(new UserRange(new Range(0, 40)));
    }

    @Test
    void whatIsSwitchedOffIsLeftOut() throws IOException {
        SeriesRules rules = rules("air-temperature", "{max-step: off, flat-line: off}", "on");
        assertThat(rules).isEqualTo(SeriesRules.NONE);
        assertThat(DefaultRules.of("station", Quantity.AIR_TEMPERATURE).rules()).hasSize(2);
    }

    @Test
    void readsEveryTest() throws IOException {
        SeriesRules rules = rules("air-temperature", """
                {span: [-50, 70], range: [-45, 45], max-rise: 3/1m, max-fall: 2/1m, noise: 0.5,
                 flat-line: {tolerance: 0.05, suspect: 2h, fail: 6h, spared: [-0.2, 0.2]},
                 attenuated: {over: 1h, suspect: 0.5, fail: 0.1},
                 climatology: {jan: [-30, 10], jul: [-5, 30]},
                 dew-point: {air-temperature: station/ground-temperature, tolerance: 1},
                 icing: {calm: 4h},
                 sunshine: {shortwave: station/reflected-shortwave, above: 400, below: 1},
                 grass: {}, mount: {height-m: 4.5}, spike: [3, 8], stale-after: 10m}""", "named");
        assertThat(rules.span()).contains(new Range(-50, 70));
        assertThat(rules.spike()).contains(new SpikeLimits(3, 8));
        assertThat(rules.staleAfterMillis()).hasValue(10 * MINUTE);
        assertThat(rules.rules())
                .containsExactlyInAnyOrder(
                        new UserRange(new Range(-45, 45)),
                        new RateOfChange(
                                Optional.of(new StepLimit(3, MINUTE, 0.5)), Optional.of(new StepLimit(2, MINUTE, 0.5))),
                        new FlatLine(0.05, 2 * HOUR, OptionalLong.of(6 * HOUR), Optional.of(new Range(-0.2, 0.2))),
                        new AttenuatedSignal(HOUR, 0.5, 0.1),
                        new Climatology(Map.of(Month.JANUARY, new Range(-30, 10), Month.JULY, new Range(-5, 30))),
                        new DewPoint("station/ground-temperature", 1),
                        new Icing("station/air-temperature", "station/relative-humidity", 4 * HOUR),
                        new Sunshine("station/reflected-shortwave", "station/wind-speed", 400, 1),
                        new Grass("station/snow-surface-temperature", "station/ground-temperature"),
                        new MountHeight(4.5, 0.3));
    }

    @Test
    void readsAChainOfFilters() throws IOException {
        assertThat(series("air-temperature", """
                {filter: [median: 5, hampel, hampel: {count: 9, k: 4}, ewma: 45s,
                 deadband: {delta: 0.2, heartbeat: 5m}, rate-limit: 3/1m, debounce: 2s], window: 5m}""", "on").filters())
                .containsExactly(
                        new FilterSettings.Median(5),
                        FilterSettings.Hampel.USUAL,
                        new FilterSettings.Hampel(9, 4),
                        new FilterSettings.Exponential(45_000),
                        new FilterSettings.Deadband(0.2, 5 * MINUTE),
                        new FilterSettings.RateLimit(3, MINUTE),
                        new FilterSettings.Debounce(2000));
        assertThat(series("air-temperature", "{filter: hampel, window: 5m}", "on"))
                .satisfies(settings -> assertThat(settings.filters()).containsExactly(FilterSettings.Hampel.USUAL))
                .satisfies(
                        settings -> assertThat(settings.windows()).containsExactly(WindowLength.tumbling(5 * MINUTE)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {window: [1m, 1m]}                                  | pipeline.window                   | names a length twice
            {window: 10m/7m}                                    | pipeline.window                   | is no window every step
            {window: 10m/1s}                                    | pipeline.window                   | is no window every step
            {allowed-lateness: 2h}                              | pipeline.allowed-lateness         | is out of range
            {quality: maybe}                                    | pipeline.quality                  | is not one of the choices
            {series: {X: {filter: [medain: 5]}}}                | pipeline.series.X.filter          | is no filter
            {series: {X: {filter: [deadband]}}}                 | pipeline.series.X.filter          | needs its settings
            {series: {X: {filter: [median: 1.5]}}}              | pipeline.series.X.filter.median   | is out of range
            {series: {X: {filter: [median: 5.5]}}}              | pipeline.series.X.filter.median   | is no whole number
            {series: {X: {filter: [hampel: {size: 5}]}}}        | pipeline.series.X.filter.hampel.size | is not a key of Firn
            {series: {X: {filter: [{ewma: 3s, median: 3}]}}}    | pipeline.series.X.filter          | is no list of words
            {series: {X: {flat-line: {suspect: 1h}}}}           | pipeline.series.X.flat-line.tolerance | is missing
            {series: {X: {flat-line: {tolerance: 1, suspect: 2h, fail: 1h}}}} | pipeline.series.X.flat-line.fail | is not longer than suspect
            {series: {X: {flat-line: soon}}}                    | pipeline.series.X.flat-line       | is not a group of keys
            {series: {X: {attenuated: {over: 1h, suspect: 1, fail: 2}}}} | pipeline.series.X.attenuated.fail | is above suspect
            {series: {X: {climatology: {juno: [1, 2]}}}}        | pipeline.series.X.climatology.juno | is not a key of Firn
            {series: {X: {climatology: {jun: [2, 1]}}}}         | pipeline.series.X.climatology.jun | its first number is not below its second
            {series: {X: {mount: {height-m: 0.2}}}}             | pipeline.series.X.mount.blind-zone-m | is not below height-m
            {series: {X: {spike: [8, 3]}}}                      | pipeline.series.X.spike           | its numbers are not above 0 and in order
            {series: {X: {dew-point: {air-temperature: air}}}}  | pipeline.series.X.dew-point.air-temperature | is no series
            {series: {X: {stale-after: never}}}                 | pipeline.series.X.stale-after     | is no duration
            """)
    void namesWhatIsWrong(String pipeline, String key, String reason) throws IOException {
        List<Problem> problems = problems(pipeline.replace("X", "\"station/air-temperature\""));
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.key()).isEqualTo(key.replace("X", "station/air-temperature"));
            assertThat(problem.reason()).isEqualTo(reason);
            assertThat(problem.cure()).isNotBlank();
        });
    }

    @Test
    void filterThatMakesNoSenseForTheQuantityIsRefused() throws IOException {
        List<Problem> problems = problems("{series: {\"station/people-count\": {filter: [ewma: 30s]}}}");
        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).contains("people-count"));
    }

    @Test
    void seriesThatATestLooksAtHasToBeMeasured() throws IOException {
        String pipeline = "{series: {\"station/wind-gust\": {gust: {mean: station/wind-sped}}}}";
        GatewayConfig config = switch (read(pipeline)) {
            case ConfigResult.Loaded(GatewayConfig loaded) -> loaded;
            case ConfigResult.Rejected(List<Problem> problems) -> throw new AssertionError(problems);
        };
        assertThat(config.problemsWith(List.of("station/wind-gust", "station/wind-speed")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.describe())
                        .contains("pipeline.series.station/wind-gust.gust.mean: \"station/wind-sped\"")
                        .endsWith("did you mean station/wind-speed?"));
    }

    private SeriesRules rules(String quantity, String text, String quality) throws IOException {
        return series(quantity, text, quality).rules().orElseThrow();
    }

    private SeriesSettings series(String quantity, String text, String quality) throws IOException {
        String name = "station/" + quantity;
        PipelineSettings settings = load("{quality: " + quality + ", series: {\"" + name + "\": " + text + "}}");
        return Optional.ofNullable(settings.series().get(name)).orElseThrow();
    }

    private PipelineSettings load(String pipeline) throws IOException {
        return switch (read(pipeline)) {
            case ConfigResult.Loaded(GatewayConfig config) -> config.pipeline();
            case ConfigResult.Rejected(List<Problem> problems) -> throw new AssertionError(problems);
        };
    }

    private List<Problem> problems(String pipeline) throws IOException {
        return switch (read(pipeline)) {
            case ConfigResult.Loaded(GatewayConfig config) -> throw new AssertionError(config);
            case ConfigResult.Rejected(List<Problem> problems) -> problems;
        };
    }

    private ConfigResult read(String pipeline) throws IOException {
        Path file = Files.writeString(folder.resolve("gateway.yaml"), """
                node: {site: a, id: b}
                sensors: [{id: station, driver: replay, file: station.smet}]
                uplink: {mqtt: {url: "tcp://h"}}
                pipeline: %s
                """.formatted(pipeline));
        return ConfigReader.read(file);
    }
}
