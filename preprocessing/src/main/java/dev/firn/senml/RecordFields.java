package dev.firn.senml;

import dev.firn.senml.SenMlRecord.Measurement;
import dev.firn.senml.SenMlRecord.Text;
import dev.firn.senml.SenMlRecord.Truth;
import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Reason;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of one record as they stand in it, before its base fields are added (RFC 8428 §4.2). */
final class RecordFields {

    private static final double MILLIS_PER_SECOND = 1000;
    private static final double EARLIEST_SECONDS = SenMlRecord.EARLIEST_MILLIS / MILLIS_PER_SECOND;
    private static final double LATEST_SECONDS = SenMlRecord.LATEST_RECEIVED_MILLIS / MILLIS_PER_SECOND;

    private String name = "";
    private @Nullable String unit;
    private double timeSeconds;
    private @Nullable Double number;
    private @Nullable String text;
    private @Nullable Boolean truth;
    private QualityFlag flag = QualityFlag.NOT_EVALUATED;
    private @Nullable Reason reason;
    private int values;

    /** Takes a field; false where the label is of none that Firn knows. */
    boolean take(LabelledToken field) {
        switch (field.label()) {
            case "n" -> name = field.text();
            case "u" -> unit = field.text();
            case "t" -> timeSeconds = field.number();
            case "v" -> number = value(field.number());
            case "vs" -> text = value(field.text());
            case "vb" -> truth = value(field.truth());
            case "flag" -> flag = flag(field);
            case "reason" ->
                reason = field.orWrong(Reason.of(field.text()), "is no reason that Firn knows", "leave it out");
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The record, with what it takes from the base fields; {@code column} is where it stands. */
    SenMlRecord resolve(BaseFields base, int column) {
        String fullName = base.name() + name;
        long timeMillis = timeMillis(base, column);
        if (values > 1) {
            throw new SenMlException(column, fullName, "has several values", "send one of v, vs and vb");
        }
        if (text != null) {
            return new Text(fullName, timeMillis, text);
        }
        if (truth != null) {
            return new Truth(fullName, timeMillis, truth);
        }
        String fullUnit = unit == null ? base.unit() : unit;
        return new Measurement(fullName, fullUnit, timeMillis, number(base, fullName, column), flag, reason());
    }

    private double number(BaseFields base, String fullName, int column) {
        Double own = number;
        if ((own == null) != (flag == QualityFlag.MISSING)) {
            throw own == null
                    ? new SenMlException(column, fullName, "has no value", "send v, vs or vb; or flag 9")
                    : new SenMlException(column, fullName, "has a value and flag 9, missing", "send one of them");
        }
        return own == null ? Double.NaN : base.value() + own;
    }

    private Reason reason() {
        Reason said = reason;
        return said != null ? said : sourceReason(flag);
    }

    private long timeMillis(BaseFields base, int column) {
        double seconds = base.timeSeconds() + timeSeconds;
        if (seconds == 0) {
            return SenMlRecord.NOW;
        }
        if (seconds < EARLIEST_SECONDS || seconds > LATEST_SECONDS) {
            throw new SenMlException(
                    column,
                    JsonNumber.text(seconds),
                    "as t is not a time before the year 3000 by itself: below 2^28 it counts from now, of which nobody knows",
                    "send seconds since 1970-01-01T00:00Z");
        }
        return Math.round(seconds * MILLIS_PER_SECOND);
    }

    // As a reading has it that its source has flagged without saying why.
    private static Reason sourceReason(QualityFlag flag) {
        return switch (flag) {
            case GOOD, NOT_EVALUATED -> Reason.NONE;
            case MISSING -> Reason.NO_VALUE;
            case SUSPECT, FAIL -> Reason.SOURCE;
        };
    }

    private <T> T value(T value) {
        values++;
        return value;
    }

    private static QualityFlag flag(LabelledToken field) {
        double code = field.number();
        Optional<QualityFlag> known = Arrays.stream(QualityFlag.values())
                .filter(flag -> flag.code() == code)
                .findFirst();
        return field.orWrong(known, "is no QARTOD flag", "send 1, 2, 3, 4 or 9");
    }
}
