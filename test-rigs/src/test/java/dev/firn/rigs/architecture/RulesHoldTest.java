package dev.firn.rigs.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Shows each rule classes that break it. */
class RulesHoldTest {

    private static final JavaClasses FIXTURES = FirnClasses.fixtures();

    static Stream<Arguments> offences() {
        return Stream.of(
                Arguments.of(FirnRules.PACKAGES_FORM_NO_CYCLES, "cycle.a.First"),
                Arguments.of(FirnRules.TELEMETRY_KNOWS_NOBODY, "telemetry.KnowsQuality"),
                Arguments.of(FirnRules.PREPROCESSING_KNOWS_THE_JDK_ONLY, "quality.KnowsDriver"),
                Arguments.of(FirnRules.PREPROCESSING_KNOWS_THE_JDK_ONLY, "quality.Logs"),
                Arguments.of(FirnRules.DRIVERS_KNOW_TELEMETRY_ONLY, "sensor.KnowsPower"),
                Arguments.of(FirnRules.DRIVERS_KNOW_TELEMETRY_ONLY, "sensor.KnowsQuality"),
                Arguments.of(FirnRules.DRIVERS_KNOW_TELEMETRY_ONLY, "bus.KnowsQuality"),
                Arguments.of(FirnRules.ONE_DRIVER_READS_JSON, "sensor.ReadsJson"),
                Arguments.of(FirnRules.ONE_DRIVER_READS_JSON, "bus.ReadsJson"),
                Arguments.of(FirnRules.DRIVERS_KNOW_TELEMETRY_ONLY, "sensor.gpsd.BindsJson"),
                Arguments.of(FirnRules.BUSES_KNOW_NO_SENSORS, "bus.KnowsDriver"),
                Arguments.of(FirnRules.POWER_KNOWS_THE_JDK_AND_SLF4J_ONLY, "power.KnowsDriver"),
                Arguments.of(FirnRules.NOBODY_KNOWS_THE_RIGS, "gateway.KnowsRigs"),
                Arguments.of(FirnRules.PURE_PACKAGES_DO_NO_INPUT_OR_OUTPUT, "window.ReadsFile"),
                Arguments.of(FirnRules.PURE_PACKAGES_DO_NO_INPUT_OR_OUTPUT, "window.Prints"),
                Arguments.of(FirnRules.PURE_PACKAGES_DO_NO_INPUT_OR_OUTPUT, "filter.OpensSocket"),
                Arguments.of(FirnRules.PURE_PACKAGES_DO_NO_INPUT_OR_OUTPUT, "preprocessor.ReadsFile"),
                Arguments.of(FirnRules.PURE_PACKAGES_DO_NO_INPUT_OR_OUTPUT, "power.ReadsFile"),
                Arguments.of(FirnRules.PURE_PACKAGES_START_NO_THREADS, "pipeline.StartsThread"),
                Arguments.of(FirnRules.PURE_PACKAGES_START_NO_THREADS, "pipeline.UsesExecutor"),
                Arguments.of(FirnRules.PURE_PACKAGES_START_NO_THREADS, "pipeline.StreamsInParallel"),
                Arguments.of(FirnRules.PURE_PACKAGES_READ_NO_CLOCK, "derived.ReadsMillis"),
                Arguments.of(FirnRules.PURE_PACKAGES_READ_NO_CLOCK, "derived.RefersToNanoTime"),
                Arguments.of(FirnRules.PURE_PACKAGES_READ_NO_CLOCK, "derived.ReadsNow"),
                Arguments.of(FirnRules.PURE_PACKAGES_READ_NO_CLOCK, "derived.MakesClock"),
                Arguments.of(FirnRules.PURE_PACKAGES_READ_NO_CLOCK, "derived.MakesDate"),
                Arguments.of(FirnRules.PURE_PACKAGES_READ_NO_CLOCK, "power.ReadsNanoTime"),
                Arguments.of(FirnRules.FOREIGN_MEMORY_STAYS_WITH_THE_KERNEL, "gateway.TakesForeignMemory"),
                Arguments.of(FirnRules.TESTS_DO_NOT_SLEEP, "sleeping.Sleeps"),
                Arguments.of(FirnRules.TESTS_DO_NOT_SLEEP, "sleeping.RefersToSleep"),
                Arguments.of(FirnRules.TESTS_DO_NOT_SLEEP, "sleeping.SleepsByUnit"),
                Arguments.of(FirnRules.TESTS_DO_NOT_SLEEP, "sleeping.Parks"),
                Arguments.of(FirnRules.PACKAGES_ARE_NULL_MARKED, "unmarked.Unmarked"));
    }

    static Stream<Arguments> allowances() {
        return Stream.of(
                Arguments.of(FirnRules.PURE_PACKAGES_DO_NO_INPUT_OR_OUTPUT, "preprocessor.Program"),
                Arguments.of(FirnRules.PURE_PACKAGES_DO_NO_INPUT_OR_OUTPUT, "power.linux.ReadsFile"),
                Arguments.of(FirnRules.FOREIGN_MEMORY_STAYS_WITH_THE_KERNEL, "power.linux.TakesForeignMemory"),
                Arguments.of(FirnRules.PURE_PACKAGES_READ_NO_CLOCK, "derived.IsGivenTime"),
                Arguments.of(FirnRules.DRIVERS_KNOW_TELEMETRY_ONLY, "sensor.KnowsTelemetry"),
                Arguments.of(FirnRules.DRIVERS_KNOW_TELEMETRY_ONLY, "sensor.gpsd.ReadsJson"),
                Arguments.of(FirnRules.ONE_DRIVER_READS_JSON, "sensor.gpsd.ReadsJson"),
                Arguments.of(FirnRules.POWER_KNOWS_THE_JDK_AND_SLF4J_ONLY, "power.Logs"));
    }

    @ParameterizedTest
    @MethodSource("offences")
    void ruleRejects(ArchRule rule, String offender) {
        assertThat(violations(rule)).anyMatch(line -> line.contains(Place.FIXTURES + offender));
    }

    @ParameterizedTest
    @MethodSource("allowances")
    void ruleAllows(ArchRule rule, String example) {
        assertThat(FIXTURES.contain(Place.FIXTURES + example)).isTrue();
        assertThat(violations(rule)).noneMatch(line -> line.contains(Place.FIXTURES + example));
    }

    private static Stream<String> violations(ArchRule rule) {
        return rule.evaluate(FIXTURES).getFailureReport().getDetails().stream();
    }
}
