package dev.firn.sensor.replay;

import dev.firn.telemetry.Reading;
import dev.firn.telemetry.SeriesId;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Makes rows of the lines of one CSV file with a time and a number. Of one thread. */
final class CsvLineParser implements LineParser {

    private static final int COLUMNS = 2;

    private final SeriesId series;
    private final LocalClock clock;
    private boolean first = true;

    CsvLineParser(SeriesId series, ZoneId zone) {
        this.series = series;
        this.clock = new LocalClock(zone);
    }

    @Override
    public ParsedLine parse(String line) {
        if (isBlank(line)) {
            return new ParsedLine.Nothing();
        }
        boolean mayBeTitle = first;
        first = false;
        Optional<List<String>> cells = CsvCells.split(line);
        if (cells.isEmpty()) {
            return new ParsedLine.Damaged("quotes do not match");
        }
        return mayBeTitle && isTitle(cells.get()) ? new ParsedLine.Nothing() : row(cells.get());
    }

    private ParsedLine row(List<String> cells) {
        if (cells.size() != COLUMNS) {
            return new ParsedLine.Damaged(cells.size() + " columns where " + COLUMNS + " are expected");
        }
        Optional<WallTime> time = time(cells.getFirst());
        if (time.isEmpty()) {
            return new ParsedLine.Damaged("\"" + DamagedLine.shortened(cells.getFirst()) + "\" is no time");
        }
        return row(clock.epochMillis(time.get()), cells.getLast());
    }

    private ParsedLine row(long timeMillis, String text) {
        Optional<Reading> reading = isMissing(text)
                ? Optional.of(Reading.missing(series, timeMillis))
                : DecimalText.parse(text).map(number -> reading(timeMillis, number));
        return reading.<ParsedLine>map(r -> new ParsedLine.Measured(new RecordedRow(timeMillis, List.of(r))))
                .orElseGet(() -> new ParsedLine.Damaged("\"" + DamagedLine.shortened(text) + "\" is no number"));
    }

    private Reading reading(long timeMillis, BigDecimal number) {
        return Reading.of(series, timeMillis, number.doubleValue());
    }

    private static Optional<WallTime> time(String text) {
        return WallTimeScanner.iso(text).or(() -> WallTimeScanner.monthFirst(text));
    }

    private static boolean isMissing(String text) {
        return text.isEmpty() || DecimalText.isNotANumber(text);
    }

    private static boolean isTitle(List<String> cells) {
        return cells.size() >= COLUMNS
                && time(cells.getFirst()).isEmpty()
                && !isMissing(cells.get(1))
                && DecimalText.parse(cells.get(1)).isEmpty();
    }

    /** Not {@link String#isBlank()}, for which zeros and other control characters are no text either. */
    private static boolean isBlank(String line) {
        return line.chars().allMatch(c -> c == ' ' || c == '\t');
    }
}
