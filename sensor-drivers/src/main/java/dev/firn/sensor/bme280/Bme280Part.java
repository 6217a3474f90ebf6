package dev.firn.sensor.bme280;

import dev.firn.telemetry.Quantity;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The two parts, which differ in the humidity. */
enum Bme280Part {
    BME280(0x60),
    BMP280(0x58);

    private final int identity;

    Bme280Part(int identity) {
        this.identity = identity;
    }

    /** What its register 0xD0 reads as. */
    int identity() {
        return identity;
    }

    boolean hasHumidity() {
        return this == BME280;
    }

    /** In the order in which it is measured. */
    List<Quantity> quantities() {
        return hasHumidity()
                ? List.of(Quantity.AIR_TEMPERATURE, Quantity.RELATIVE_HUMIDITY, Quantity.AIR_PRESSURE)
                : List.of(Quantity.AIR_TEMPERATURE, Quantity.AIR_PRESSURE);
    }

    /** What the kernel may call it: its bme280 has all that is asked of a BMP280, too. */
    Set<String> kernelNames() {
        return hasHumidity() ? Set.of("bme280") : Set.of("bmp280", "bme280");
    }

    /** The name of its driver. */
    String driver() {
        return name().toLowerCase(Locale.ROOT);
    }
}
