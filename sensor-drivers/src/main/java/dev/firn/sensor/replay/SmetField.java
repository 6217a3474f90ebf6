package dev.firn.sensor.replay;

import static java.util.Map.entry;

import dev.firn.telemetry.Quantity;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a column of a SMET file means to Firn. The standard's units are SI, but for precipitation in mm and mm/h
 * (Bavay, "SMET format specification", version 1.1; MeteoIO's reader of it, from which the names beyond the standard
 * are).
 *
 * @param quantity what the column holds
 * @param conversion from the standard's unit to that of the quantity
 */
record SmetField(Quantity quantity, LinearConversion conversion) {

    private static final LinearConversion KELVIN_TO_CELSIUS =
            new LinearConversion(BigDecimal.ONE, new BigDecimal("-273.15"));
    private static final LinearConversion RATIO_TO_PERCENT =
            new LinearConversion(new BigDecimal("100"), BigDecimal.ZERO);

    private static final Map<String, SmetField> STANDARD = Map.ofEntries(
            entry("P", as(Quantity.AIR_PRESSURE)),
            entry("TA", kelvin(Quantity.AIR_TEMPERATURE)),
            entry("TD", kelvin(Quantity.DEW_POINT_TEMPERATURE)),
            entry("TSS", kelvin(Quantity.SNOW_SURFACE_TEMPERATURE)),
            entry("TSG", kelvin(Quantity.GROUND_TEMPERATURE)),
            entry("RH", new SmetField(Quantity.RELATIVE_HUMIDITY, RATIO_TO_PERCENT)),
            entry("VW", as(Quantity.WIND_SPEED)),
            entry("DW", as(Quantity.WIND_DIRECTION)),
            entry("VW_MAX", as(Quantity.WIND_GUST)),
            entry("ISWR", as(Quantity.INCOMING_SHORTWAVE)),
            entry("RSWR", as(Quantity.REFLECTED_SHORTWAVE)),
            entry("OSWR", as(Quantity.REFLECTED_SHORTWAVE)),
            entry("ILWR", as(Quantity.INCOMING_LONGWAVE)),
            entry("OLWR", as(Quantity.OUTGOING_LONGWAVE)),
            entry("PINT", as(Quantity.PRECIPITATION_INTENSITY)),
            entry("PSUM", as(Quantity.PRECIPITATION)),
            entry("HS", as(Quantity.SNOW_HEIGHT)),
            // One millimetre of water weighs one kilogram on a square metre.
            entry("SWE", as(Quantity.SNOW_WATER_EQUIVALENT)),
            entry("LATITUDE", as(Quantity.LATITUDE)),
            entry("LONGITUDE", as(Quantity.LONGITUDE)),
            entry("ALTITUDE", as(Quantity.ALTITUDE)));

    /** What a column of this name means; a column that nobody knows keeps its name and its numbers. */
    static SmetField of(String column) {
        String name = column.toUpperCase(Locale.ROOT);
        return Optional.ofNullable(STANDARD.get(name))
                .or(() -> snowTemperature(name))
                .orElseGet(() -> as(Quantity.unknown(asQuantityName(column), "")));
    }

    private static Optional<SmetField> snowTemperature(String name) {
        return name.matches("TS\\d{1,4}")
                ? Optional.of(kelvin(Quantity.snowTemperature(Integer.parseInt(name.substring(2)))))
                : Optional.empty();
    }

    private static String asQuantityName(String column) {
        String name =
                column.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return name.isEmpty() ? "unnamed" : name;
    }

    private static SmetField as(Quantity quantity) {
        return new SmetField(quantity, LinearConversion.NONE);
    }

    private static SmetField kelvin(Quantity quantity) {
        return new SmetField(quantity, KELVIN_TO_CELSIUS);
    }
}
