package dev.firn.config;

import dev.firn.window.WindowLength;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Lengths of windows: {@code 1m}, or {@code 10m/1m} for one of ten minutes every minute, or several with commas. */
final class WindowsReader {

    private static final Duration LEAST = Duration.ofMillis(WindowLength.MIN_MILLIS);
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final int MOST = 8;

    private WindowsReader() {}

    static List<WindowLength> read(Section section, List<WindowLength> otherwise) {
        return section.listed("window", WindowsReader::parse).orElse(otherwise);
    }

    private static List<WindowLength> parse(String text) throws BadValueException {
        List<WindowLength> lengths = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            WindowLength length = length(part.strip());
            if (lengths.contains(length)) {
                throw new BadValueException("names a length twice", "remove one of them");
            }
            lengths.add(length);
        }
        if (lengths.size() > MOST) {
            throw new BadValueException("names too many lengths", "give " + MOST + " at most");
        }
        return lengths;
    }

    private static WindowLength length(String text) throws BadValueException {
        ValueParser<Duration> parser = Values.durationBetween(LEAST, LONGEST);
        int slash = text.indexOf('/');
        if (slash < 0) {
            return WindowLength.tumbling(parser.parse(text).toMillis());
        }
        long millis = parser.parse(text.substring(0, slash).strip()).toMillis();
        long every = parser.parse(text.substring(slash + 1).strip()).toMillis();
        if (millis % every != 0 || millis / every > WindowLength.MOST_OVERLAPPING) {
            throw new BadValueException(
                    "is no window every step",
                    "give a length that is 1 to " + WindowLength.MOST_OVERLAPPING + " times the step, such as 10m/1m");
        }
        return new WindowLength(millis, every);
    }
}
