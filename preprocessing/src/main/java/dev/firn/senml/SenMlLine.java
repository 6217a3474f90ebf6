package dev.firn.senml;

import dev.firn.senml.SenMlRecord.Measurement;
import dev.firn.senml.SenMlRecord.Text;
import dev.firn.senml.SenMlRecord.Truth;
import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One line is one SenML pack (RFC 8428 §5): a list of records; a record by itself is taken too. Two labels are Firn's
 * own, and whoever does not know them ignores them: {@code flag} is the QARTOD flag of a measurement (1, 2, 3, 4 or 9;
 * 2, not evaluated, where it is absent), {@code reason} the word of its {@link Reason}. A measurement with flag 9 has no
 * value.
 *
 * <p>Numbers are written with at most 12 significant digits, times to the millisecond.
 */
public final class SenMlLine {

    private SenMlLine() {}

    /**
     * The records of a line in UTF-8.
     *
     * @throws SenMlException if it is no pack as described here; nothing else, whatever the bytes are
     */
    public static List<SenMlRecord> decode(byte[] line) {
        try {
            return decode(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new SenMlException(0, "", "the line is not in UTF-8", "send UTF-8");
        }
    }

    /**
     * The records of a line.
     *
     * @throws SenMlException if it is no pack as described here
     */
    public static List<SenMlRecord> decode(String line) {
        try {
            return new PackReader(new JsonTokens(line)).read();
        } catch (JsonSyntaxException e) {
            throw new SenMlException(e.column(), "", "no JSON: " + e.reason(), "send one SenML pack in each line");
        }
    }

    /** A pack of one record, without a line feed. */
    public static String encode(SenMlRecord senMlRecord) {
        return encode(List.of(senMlRecord));
    }

    /** A pack of these records, without a line feed. */
    public static String encode(List<? extends SenMlRecord> records) {
        return records.stream().map(SenMlLine::object).collect(Collectors.joining(",", "[", "]"));
    }

    private static String object(SenMlRecord senMlRecord) {
        return switch (senMlRecord) {
            case Measurement measurement -> measurementObject(measurement);
            case Text text -> head(text).with("vs", text.text()).toString();
            case Truth truth -> head(truth).with("vb", truth.value()).toString();
        };
    }

    private static JsonObject head(SenMlRecord senMlRecord) {
        JsonObject head = JsonObject.EMPTY.with("n", senMlRecord.name());
        return senMlRecord.timeMillis() == SenMlRecord.NOW
                ? head
                : head.withNumber("t", JsonNumber.seconds(senMlRecord.timeMillis()));
    }

    private static String measurementObject(Measurement measurement) {
        JsonObject object = head(measurement);
        if (!measurement.unit().isEmpty()) {
            object = object.with("u", measurement.unit());
        }
        if (measurement.flag() != QualityFlag.MISSING) {
            object = object.with("v", measurement.value());
        }
        if (measurement.flag() != QualityFlag.NOT_EVALUATED) {
            object = object.with("flag", measurement.flag().code());
        }
        if (measurement.reason() != Reason.NONE) {
            object = object.with("reason", measurement.reason().word());
        }
        return object.toString();
    }
}
