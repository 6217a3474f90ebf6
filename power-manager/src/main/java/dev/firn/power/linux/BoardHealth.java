package dev.firn.power.linux;

import java.nio.file.Path;

/**
 * How the board feels at one moment, for a line of the log or of the doctor.
 *
 * @param temperature of its processor
 * @param throttling by its firmware
 */
public record BoardHealth(BoardTemperature temperature, BoardThrottling throttling) {

    /** The health below this root of sysfs, {@code /sys} on a real system. Any thread; blocks as the drivers do. */
    public static BoardHealth read(Path sysfsRoot) {
        return new BoardHealth(new ThermalZone(sysfsRoot).read(), new FirmwareThrottling(sysfsRoot).read());
    }

    /**
     * In one line, such as {@code 48.2 °C, no throttling}; where the kernel shows nothing of it at all, {@code no
     * thermal zone here}.
     */
    public String describe() {
        boolean noBoard =
                temperature instanceof BoardTemperature.NoZone && throttling instanceof BoardThrottling.Absent;
        return noBoard ? temperature.describe() : temperature.describe() + ", " + throttling.describe();
    }
}
