package dev.firn.sensor;

import com.pi4j.io.gpio.digital.PullResistance;
import java.time.Duration;
import java.util.Optional;

/**
 * A key of a sensor's entry in the configuration.
 *
 * @param name lower case words joined by hyphens
 * @param type how its text is read
 * @param required whether the entry must have it
 * @param fallback what holds where the entry does not have it; none for required keys and for those that may be absent
 * @param sentence what it says, which values it takes, and what holds without it
 * @param <T> what its value is
 */
public record DriverKey<T>(String name, SettingType<T> type, boolean required, Optional<T> fallback, String sentence) {

    /** A key that every entry of the driver must have. */
    public static <T> DriverKey<T> required(String name, SettingType<T> type, String sentence) {
        return new DriverKey<>(name, type, true, Optional.empty(), sentence);
    }

    /** A key with a value of its own where the entry has none. */
    public static <T> DriverKey<T> of(String name, SettingType<T> type, T fallback, String sentence) {
        return new DriverKey<>(name, type, false, Optional.of(fallback), sentence);
    }

    /** A key that may be absent. */
    public static <T> DriverKey<T> optional(String name, SettingType<T> type, String sentence) {
        return new DriverKey<>(name, type, false, Optional.empty(), sentence);
    }

    /** The bus that an I2C part is on. */
    public static DriverKey<String> i2cBus() {
        return of("bus", SettingType.I2C_BUS, "i2c-1", "The I2C bus. Default: i2c-1, pins 3 (SDA) and 5 (SCL).");
    }

    /** The address of an I2C part; the first one is its usual one. */
    public static DriverKey<Integer> i2cAddress(Integer usual, Integer... others) {
        Integer[] possible = new Integer[others.length + 1];
        possible[0] = usual;
        System.arraycopy(others, 0, possible, 1, others.length);
        StringBuilder rest = new StringBuilder();
        for (Integer other : others) {
            rest.append(" or 0x%02x".formatted(other));
        }
        return of(
                "address",
                SettingType.address(possible),
                usual,
                "The I2C address: 0x%02x%s. Default: 0x%02x.".formatted(usual, rest, usual));
    }

    /** The GPIO chip that a line is on. */
    public static DriverKey<String> gpioChip() {
        return of(
                "chip",
                SettingType.WORD,
                "pinctrl-bcm2711",
                "Label of the GPIO chip. Default: pinctrl-bcm2711 (Pi 4); a Pi 5 has pinctrl-rp1.");
    }

    /** What holds an open GPIO line: {@code up}, {@code down} or {@code off}. */
    public static DriverKey<PullResistance> pull() {
        return of(
                "pull",
                DriverKey::pull,
                PullResistance.PULL_UP,
                "The Pi's own resistor of some 50 kΩ: up, down or off. Default: up.");
    }

    private static PullResistance pull(String text) throws SettingException {
        return switch (text) {
            case "up" -> PullResistance.PULL_UP;
            case "down" -> PullResistance.PULL_DOWN;
            case "off" -> PullResistance.OFF;
            default -> throw new SettingException("is no pull", "choose one of: up, down, off");
        };
    }

    /** How long a level of a GPIO line has to last before the kernel notes it. */
    public static DriverKey<Duration> debounce(Duration usual, String why) {
        return of(
                "debounce",
                SettingType.duration(Duration.ZERO, Duration.ofSeconds(1)),
                usual,
                "How long a level has to last before the kernel notes it, 0ms to 1s; %s. Default: %dms."
                        .formatted(why, usual.toMillis()));
    }

    /** Whether Firn speaks to the part itself or reads what a driver of the kernel says. */
    public static DriverKey<Via> via() {
        return of(
                "via",
                SettingType.choice(Via.class),
                Via.RAW,
                "raw: Firn speaks to the part. kernel: it reads what the kernel's driver says. Default: raw.");
    }
}
