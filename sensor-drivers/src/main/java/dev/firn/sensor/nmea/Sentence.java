package dev.firn.sensor.nmea;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One sentence of NMEA 0183 whose checksum is right.
 *
 * @param type its three letters, whoever talks: GGA, RMC
 * @param fields what follows the address, empty where the receiver does not know
 */
record Sentence(String type, List<String> fields) {

    /** Two letters for the talker, three for the type. Proprietary sentences begin with P and are none of ours. */
    private static final Pattern FORM = Pattern.compile("\\$(?!P)[A-Z]{2}([A-Z]{3}),([^*]*)\\*([0-9A-Fa-f]{2})");

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(\\.\\d{0,12})?");

    /** A line without its end; nothing if it is no such sentence or was changed on its way. */
    static Optional<Sentence> parse(String line) {
        Matcher matcher = FORM.matcher(line);
        if (!matcher.matches() || Integer.parseInt(matcher.group(3), 16) != checksum(line)) {
            return Optional.empty();
        }
        return Optional.of(
                new Sentence(matcher.group(1), List.of(matcher.group(2).split(",", -1))));
    }

    /** The field at a place, 0 and up; empty where the sentence is shorter. */
    String field(int index) {
        return index < fields.size() ? fields.get(index) : "";
    }

    /** The number at a place; nothing where there is none. */
    OptionalDouble number(int index) {
        String text = field(index);
        return NUMBER.matcher(text).matches() ? OptionalDouble.of(Double.parseDouble(text)) : OptionalDouble.empty();
    }

    /**
     * The degrees in two fields, ddmm.mmmm or dddmm.mmmm and the letter of the hemisphere; south and west are negative.
     *
     * @param most what the degrees can be, 90 or 180
     * @param letters of the positive and the negative hemisphere
     */
    OptionalDouble degrees(int index, int most, String letters) {
        OptionalDouble field = number(index);
        int hemisphere = field(index + 1).length() == 1 ? letters.indexOf(field(index + 1)) : -1;
        if (field.isEmpty() || hemisphere < 0) {
            return OptionalDouble.empty();
        }
        double minutes = field.getAsDouble() % 100;
        double degrees = Math.floor(field.getAsDouble() / 100) + minutes / 60;
        return minutes < 0 || minutes >= 60 || degrees > most
                ? OptionalDouble.empty()
                : OptionalDouble.of(hemisphere == 0 ? degrees : -degrees);
    }

    /** All characters between dollar sign and asterisk, added without carry. */
    private static int checksum(String line) {
        int sum = 0;
        for (int i = 1; i < line.length() - 3; i++) {
            sum ^= line.charAt(i);
        }
        return sum;
    }
}
