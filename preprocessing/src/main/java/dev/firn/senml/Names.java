package dev.firn.senml;

import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.SeriesId;
import java.util.regex.Pattern;

/** What the name and the time of a record may be, and which series a name means. */
final class Names {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9:./_-]*");

    private Names() {}

    static void check(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "name \"" + Quote.of(name) + "\": want letters, digits and - : . / _, a letter or a digit first");
        }
    }

    static void checkTimeOrNow(String name, long timeMillis) {
        if (timeMillis != SenMlRecord.NOW) {
            checkTime(name, timeMillis);
        }
    }

    static void checkTime(String name, long timeMillis) {
        if (timeMillis < SenMlRecord.EARLIEST_MILLIS || timeMillis > SenMlRecord.LATEST_MILLIS) {
            throw new IllegalArgumentException("time of " + name + ": " + timeMillis
                    + " ms is not between 1978-07-04 and the end of 9999; send t in seconds since 1970-01-01T00:00Z");
        }
    }

    static SeriesId series(String name, String unit) {
        int slash = name.indexOf('/');
        if (slash < 0) {
            throw new SenMlException(0, name, "is not the name of a series", "name it sensor/quantity");
        }
        try {
            return new SeriesId(name.substring(0, slash), quantity(name.substring(slash + 1), unit));
        } catch (IllegalArgumentException e) {
            throw new SenMlException(
                    0, name, "is not the name of a series", "name it sensor/quantity: " + e.getMessage());
        }
    }

    private static Quantity quantity(String name, String unit) {
        Quantity quantity = Quantity.named(name).orElseGet(() -> Quantity.unknown(name, unit));
        if (!unit.isEmpty() && !unit.equals(quantity.unit())) {
            throw new SenMlException(0, unit, "is not the unit of " + name, "send it in " + quantity.unit());
        }
        return quantity;
    }
}
