package dev.firn.sensor.nmea;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a sentence says, in SI units and degrees; without what the receiver left empty. */
sealed interface Report {

    /**
     * Where the receiver is.
     *
     * @param latitude degrees, south is negative
     * @param longitude degrees, west is negative
     */
    record Place(double latitude, double longitude) {}

    /**
     * GGA: the fix and how good it is.
     *
     * @param place none without a fix
     * @param altitude m above mean sea level
     * @param satellites how many are used
     * @param dilution horizontal dilution of precision
     */
    record Fix(Optional<Place> place, OptionalDouble altitude, OptionalInt satellites, OptionalDouble dilution)
            implements Report {}

    /**
     * RMC: the recommended minimum.
     *
     * @param place none without a fix
     * @param speed over ground, m/s
     * @param course over ground, degrees from true north
     * @param time by the satellites
     */
    record Minimum(Optional<Place> place, OptionalDouble speed, OptionalDouble course, Optional<Instant> time)
            implements Report {}

    /** VTG: speed over ground in m/s and course in degrees from true north. */
    record Motion(OptionalDouble speed, OptionalDouble course) implements Report {}

    /** What a sentence says; nothing if it is not one of these. */
    static Optional<Report> of(Sentence sentence) {
        return switch (sentence.type()) {
            case "GGA" -> Optional.of(Fields.fix(sentence));
            case "RMC" -> Optional.of(Fields.minimum(sentence));
            case "VTG" -> Fields.motion(sentence);
            default -> Optional.empty();
        };
    }

    /** Where each thing stands: NMEA 0183, the sentences' formats. */
    final class Fields {

        private static final double METRES_A_SECOND_PER_KNOT = 1852 / 3600.0;

        /** From here on a year of two digits is one of the twentieth century. */
        private static final int FIRST_YEAR = 80;

        private static final Pattern DATE = Pattern.compile("(\\d\\d)(\\d\\d)(\\d\\d)");
        private static final Pattern TIME = Pattern.compile("(\\d\\d)(\\d\\d)(\\d\\d(?:\\.\\d{1,9})?)");

        private Fields() {}

        private static Fix fix(Sentence sentence) {
            OptionalInt satellites =
                    sentence.number(6).stream().mapToInt(number -> (int) number).findFirst();
            Optional<Place> place = isMeasured(sentence.field(5)) ? place(sentence, 1) : Optional.empty();
            return new Fix(place, sentence.number(8), satellites, sentence.number(7));
        }

        private static Minimum minimum(Sentence sentence) {
            Optional<Place> place = sentence.field(1).equals("A") ? place(sentence, 2) : Optional.empty();
            return new Minimum(
                    place, speed(sentence, 6), sentence.number(7), time(sentence.field(8), sentence.field(0)));
        }

        /** Older receivers put other things there, without the letters. */
        private static Optional<Report> motion(Sentence sentence) {
            return sentence.field(1).equals("T") && sentence.field(5).equals("N")
                    ? Optional.of(new Motion(speed(sentence, 4), sentence.number(0)))
                    : Optional.empty();
        }

        /** 1 GPS, 2 differential, 3 precise, 4 and 5 RTK; 6 to 8 are dead reckoning, a typed-in place, a simulation. */
        private static boolean isMeasured(String quality) {
            return quality.length() == 1 && "12345".contains(quality);
        }

        private static Optional<Place> place(Sentence sentence, int index) {
            OptionalDouble latitude = sentence.degrees(index, 90, "NS");
            OptionalDouble longitude = sentence.degrees(index + 2, 180, "EW");
            return latitude.isPresent() && longitude.isPresent()
                    ? Optional.of(new Place(latitude.getAsDouble(), longitude.getAsDouble()))
                    : Optional.empty();
        }

        private static OptionalDouble speed(Sentence sentence, int index) {
            return sentence.number(index).stream()
                    .map(knots -> knots * METRES_A_SECOND_PER_KNOT)
                    .findFirst();
        }

        private static Optional<Instant> time(String date, String time) {
            Matcher day = DATE.matcher(date);
            Matcher clock = TIME.matcher(time);
            return day.matches() && clock.matches() ? time(day, clock) : Optional.empty();
        }

        private static Optional<Instant> time(Matcher day, Matcher clock) {
            int year = Integer.parseInt(day.group(3));
            try {
                LocalDate date = LocalDate.of(
                        year >= FIRST_YEAR ? 1900 + year : 2000 + year,
                        Integer.parseInt(day.group(2)),
                        Integer.parseInt(day.group(1)));
                LocalTime minute = LocalTime.of(Integer.parseInt(clock.group(1)), Integer.parseInt(clock.group(2)));
                // Not LocalTime's own seconds: a leap second is number 60.
                long nanos = Math.round(Double.parseDouble(clock.group(3)) * 1e9);
                return Optional.of(date.atTime(minute).toInstant(ZoneOffset.UTC).plusNanos(nanos));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }
}
