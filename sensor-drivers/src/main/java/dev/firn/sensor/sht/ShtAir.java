package dev.firn.sensor.sht;

import dev.firn.sensor.Measured;
import dev.firn.telemetry.Quantity;
import java.util.List;

/** What a part says of the air. */
final class ShtAir {

    /** In the order in which it is measured. */
    static final List<Quantity> QUANTITIES = List.of(Quantity.AIR_TEMPERATURE, Quantity.RELATIVE_HUMIDITY);

    private static final double LEAST_CELSIUS = -40;
    private static final double MOST_CELSIUS = 125;

    private ShtAir() {}

    /** The values of one measurement. */
    static List<Measured> measured(ShtPart part, ShtReply reply) {
        return measured(ShtPart.celsius(reply.first()), part.percent(reply.second()));
    }

    /**
     * Values in their units. Humidities that cannot be are noise, and are cut off: SHT4x data sheet, section 4.6; those
     * of an SHT3x are within 0 to 100 % by their formula.
     */
    static List<Measured> measured(double celsius, double percent) {
        return List.of(temperature(celsius), Measured.of(Quantity.RELATIVE_HUMIDITY, Math.clamp(percent, 0.0, 100.0)));
    }

    private static Measured temperature(double celsius) {
        return celsius >= LEAST_CELSIUS && celsius <= MOST_CELSIUS
                ? Measured.of(Quantity.AIR_TEMPERATURE, celsius)
                : Measured.suspect(Quantity.AIR_TEMPERATURE, celsius, "outside of the part's range");
    }
}
