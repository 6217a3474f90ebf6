package dev.firn.power.linux;

import dev.firn.power.ThrottleFlags;
import java.nio.file.Path;

/**
 * The throttling word of a Raspberry Pi's firmware, which only the Raspberry Pi kernel shows in sysfs (driver
 * {@code raspberrypi.c}, hexadecimal without a prefix). The first reading after boot leaves a harmless warning in the
 * kernel's log that the attribute is deprecated. Any thread; blocks until the firmware has answered.
 */
public final class FirmwareThrottling {

    private final Path file;

    /** The word below this root of sysfs, {@code /sys} on a real system. */
    public FirmwareThrottling(Path sysfsRoot) {
        file = sysfsRoot.resolve("devices/platform/soc/soc:firmware/get_throttled");
    }

    /** What the firmware says now. */
    public BoardThrottling read() {
        return switch (SysfsFile.read(file)) {
            case SysfsFile.Content content -> parse(content.text());
            case SysfsFile.Absent _ -> new BoardThrottling.Absent();
            case SysfsFile.Unreadable unreadable -> new BoardThrottling.Unreadable(file, unreadable.reason());
        };
    }

    private BoardThrottling parse(String word) {
        return ThrottleFlags.parse(word)
                .<BoardThrottling>map(BoardThrottling.Known::new)
                .orElseGet(() -> new BoardThrottling.Unreadable(file, "\"" + word + "\" is not a hexadecimal word"));
    }
}
