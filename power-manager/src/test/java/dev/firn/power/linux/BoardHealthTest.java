package dev.firn.power.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoardHealthTest {

    @TempDir
    private Path root;

    private SysfsTree sysfs;

    @BeforeEach
    void createTree() {
        sysfs = new SysfsTree(root);
    }

    @Test
    void healthyBoard() {
        sysfs.zone(0, "cpu-thermal", "48212").throttled("0");
        assertThat(describe()).isEqualTo("48.2 °C, no throttling");
    }

    @Test
    void boardInDistress() {
        sysfs.zone(0, "cpu-thermal", "82400").throttled("50005");
        assertThat(describe()).isEqualTo("82.4 °C, under-voltage, throttled; earlier under-voltage, throttled");
    }

    @Test
    void noBoardAtAll() {
        assertThat(describe()).isEqualTo("no thermal zone here");
    }

    @Test
    void kernelThatDoesNotShowThrottling() {
        sysfs.zone(0, "cpu-thermal", "48212");
        assertThat(describe()).isEqualTo("48.2 °C, throttling not shown by this kernel");
    }

    @Test
    void whatCannotBeReadIsNamed() {
        sysfs.zone(0, "cpu-thermal", "hot").throttled("fine");
        assertThat(describe())
                .isEqualTo(
                        "temperature unknown (" + root + "/class/thermal/thermal_zone0/temp: \"hot\" is not a number of"
                                + " millidegrees), throttling unknown (" + root
                                + "/devices/platform/soc/soc:firmware/get_throttled: \"fine\" is not a hexadecimal word)");
    }

    @Test
    void readsTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            sysfs.zone(0, "cpu-thermal", "48212").throttled("0");
            assertThat(describe()).isEqualTo("48.2 °C, no throttling");
        } finally {
            Locale.setDefault(before);
        }
    }

    private String describe() {
        return BoardHealth.read(root).describe();
    }
}
