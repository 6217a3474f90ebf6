package dev.firn.power.linux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.power.ThrottleFlags;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirmwareThrottlingTest {

    private static final String ATTRIBUTE = "devices/platform/soc/soc:firmware/get_throttled";

    @TempDir
    private Path root;

    @Test
    void readsTheWordAsTheKernelPrintsIt() {
        new SysfsTree(root).throttled("50005");
        assertThat(read()).isEqualTo(new BoardThrottling.Known(ThrottleFlags.of(0x50005)));
    }

    @Test
    void otherKernelsDoNotShowIt() {
        assertThat(read()).isEqualTo(new BoardThrottling.Absent());
    }

    @Test
    void rubbishIsQuoted() {
        new SysfsTree(root).throttled("fine");
        assertThat(read())
                .isEqualTo(
                        new BoardThrottling.Unreadable(root.resolve(ATTRIBUTE), "\"fine\" is not a hexadecimal word"));
    }

    @Test
    void firmwareThatDoesNotAnswerIsUnreadable() {
        new SysfsTree(root).unreadable(ATTRIBUTE);
        assertThat(read())
                .isInstanceOfSatisfying(
                        BoardThrottling.Unreadable.class,
                        unreadable -> assertThat(unreadable.reason()).contains("Is a directory"));
    }

    private BoardThrottling read() {
        return new FirmwareThrottling(root).read();
    }
}
