package dev.firn.sensor.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.sensor.Driver;
import dev.firn.sensor.DriverDescriptor.Output;
import dev.firn.sensor.DriverKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DriverCatalogTest {

    static List<Driver> drivers() {
        return DriverCatalog.drivers();
    }

    @Test
    void namesAreSortedAndFoundAsWritten() {
        assertThat(DriverCatalog.names()).isSorted().doesNotHaveDuplicates().contains("bh1750", "replay");
        assertThat(DriverCatalog.drivers())
                .extracting(driver -> driver.descriptor().name())
                .isSorted();
        assertThat(DriverCatalog.named("BH1750")).isEmpty();
        assertThat(DriverCatalog.named("bh1750")).isPresent();
    }

    @ParameterizedTest
    @MethodSource("drivers")
    void saysHowToConnectAndWhatItMeasures(Driver driver) {
        assertThat(driver.descriptor().wiring()).isNotEmpty().allMatch(line -> line.endsWith("."));
        assertThat(driver.descriptor().outputs())
                .isNotEmpty()
                .allSatisfy(output -> assertThat(output.range()).isNotBlank())
                .extracting(Output::quantity)
                .doesNotHaveDuplicates();
        assertThat(driver.descriptor().keys()).extracting(DriverKey::sentence).allMatch(line -> line.endsWith("."));
    }
}
