package dev.firn.sensor;

import java.util.Set;

/**
 * What a configured sensor occupies.
 *
 * @param bus what it shares a thread with others on, such as {@code i2c-1}, {@code pinctrl-bcm2711}, {@code w1},
 *     {@code /dev/ttyAMA1}
 * @param claims what of the bus nobody else may use, in words: {@code address 0x76}, {@code line 17}
 */
public record Wiring(String bus, Set<String> claims) {

    /** Copies the claims. */
    public Wiring {
        claims = Set.copyOf(claims);
    }

    /** An address on an I2C bus. */
    public static Wiring i2c(String bus, int address) {
        return new Wiring(bus, Set.of("address 0x%02x".formatted(address)));
    }

    /** GPIO lines of a chip. */
    public static Wiring gpio(String chip, Iterable<Integer> lines) {
        Set<String> claims = new java.util.HashSet<>();
        lines.forEach(line -> claims.add("line " + line));
        return new Wiring(chip, claims);
    }

    /** A port that has room for one. */
    public static Wiring alone(String port) {
        return new Wiring(port, Set.of("the port"));
    }
}
