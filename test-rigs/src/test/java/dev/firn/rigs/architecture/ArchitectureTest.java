package dev.firn.rigs.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    private static final JavaClasses PRODUCTION = FirnClasses.production();
    private static final Map<String, JavaClasses> TESTS = FirnClasses.tests();

    static Stream<ArchRule> rulesOfProduction() {
        return Stream.of(
                FirnRules.PACKAGES_FORM_NO_CYCLES,
                FirnRules.TELEMETRY_KNOWS_NOBODY,
                FirnRules.PREPROCESSING_KNOWS_THE_JDK_ONLY,
                FirnRules.PROGRAMS_KNOW_A_JSON_PARSER_BESIDES,
                FirnRules.DRIVERS_KNOW_TELEMETRY_ONLY,
                FirnRules.ONE_DRIVER_READS_JSON,
                FirnRules.LIBRARIES_OF_BUSES_STAY_BELOW_THEM,
                FirnRules.BUSES_KNOW_NO_SENSORS,
                FirnRules.POWER_KNOWS_THE_JDK_AND_SLF4J_ONLY,
                FirnRules.NOBODY_KNOWS_THE_RIGS,
                FirnRules.PURE_PACKAGES_DO_NO_INPUT_OR_OUTPUT,
                FirnRules.PURE_PACKAGES_START_NO_THREADS,
                FirnRules.PURE_PACKAGES_READ_NO_CLOCK,
                FirnRules.FOREIGN_MEMORY_STAYS_WITH_THE_KERNEL,
                FirnRules.PACKAGES_ARE_NULL_MARKED);
    }

    static Stream<ArchRule> rulesOfTests() {
        return Stream.of(FirnRules.TESTS_DO_NOT_SLEEP, FirnRules.PACKAGES_ARE_NULL_MARKED);
    }

    @ParameterizedTest
    @MethodSource("rulesOfProduction")
    void productionKeeps(ArchRule rule) {
        rule.check(PRODUCTION);
    }

    @ParameterizedTest
    @MethodSource("rulesOfTests")
    void testsKeep(ArchRule rule) {
        TESTS.values().forEach(rule::check);
    }

    @Test
    void everyModuleIsLookedAt() {
        assertThat(PRODUCTION.stream().map(JavaClass::getPackageName).distinct())
                .contains("dev.firn.telemetry", "dev.firn.sensor", "dev.firn.power", "dev.firn.gateway")
                .contains("dev.firn.rigs.ledger")
                .noneMatch(name -> name.startsWith("dev.firn.rigs.architecture"));
        assertThat(TESTS.keySet())
                .contains("preprocessing", "test-rigs")
                .containsExactlyInAnyOrderElementsOf(FirnClasses.modulesWithTests());
    }
}
