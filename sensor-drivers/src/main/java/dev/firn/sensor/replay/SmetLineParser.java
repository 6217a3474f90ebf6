package dev.firn.sensor.replay;

import dev.firn.telemetry.Reading;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes rows of the data lines of one SMET file. Of one thread. */
final class SmetLineParser implements LineParser {

    private final SmetHeader header;
    private final SmetClock clock;
    private final SmetColumns columns;

    SmetLineParser(SmetHeader header) {
        this.header = header;
        this.clock = new SmetClock(header);
        this.columns = new SmetColumns(header.columns().size());
    }

    @Override
    public ParsedLine parse(String line) {
        int expected = header.columns().size();
        int count = columns.split(line);
        if (count == 0) {
            return new ParsedLine.Nothing();
        }
        if (count != expected) {
            return new ParsedLine.Damaged(count + " columns where " + expected + " are expected");
        }
        return switch (clock.read(columns)) {
            case SmetClock.Time.At(long millis) -> row(millis);
            case SmetClock.Time.Unreadable(String reason) -> new ParsedLine.Damaged(reason);
        };
    }

    private ParsedLine row(long timeMillis) {
        List<Reading> readings = new ArrayList<>(header.columns().size());
        for (int i = 0; i < header.columns().size(); i++) {
            if (header.columns().get(i) instanceof SmetColumn.Value column) {
                String text = columns.get(i);
                Optional<Reading> reading = reading(column, timeMillis, text);
                if (reading.isEmpty()) {
                    return new ParsedLine.Damaged(
                            column.field() + " \"" + DamagedLine.shortened(text) + "\" is no number");
                }
                readings.add(reading.get());
            }
        }
        return new ParsedLine.Measured(new RecordedRow(timeMillis, readings));
    }

    private Optional<Reading> reading(SmetColumn.Value column, long timeMillis, String text) {
        if (DecimalText.isNotANumber(text)) {
            return Optional.of(Reading.missing(column.series(), timeMillis));
        }
        return DecimalText.parse(text).flatMap(number -> reading(column, timeMillis, number));
    }

    private Optional<Reading> reading(SmetColumn.Value column, long timeMillis, BigDecimal number) {
        if (header.isNodata(number)) {
            return Optional.of(Reading.missing(column.series(), timeMillis));
        }
        double value = column.conversion().apply(number).doubleValue();
        return Double.isFinite(value) ? Optional.of(Reading.of(column.series(), timeMillis, value)) : Optional.empty();
    }
}
