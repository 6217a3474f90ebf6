package dev.firn.senml;

import com.fasterxml.jackson.core.JsonToken;
import java.util.ArrayList;
import java.util.List;

/** Reads one pack: its records in their order, each resolved with the base fields that stand in it or before it. */
final class PackReader {

    private final JsonTokens tokens;
    private final BaseFields base = new BaseFields();
    private final List<SenMlRecord> records = new ArrayList<>();

    PackReader(JsonTokens tokens) {
        this.tokens = tokens;
    }

    List<SenMlRecord> read() {
        switch (tokens.require()) {
            case START_ARRAY -> readList();
            case START_OBJECT -> readRecord();
            default -> throw wrong("is no SenML pack", "send a list of records, such as [{\"n\":…,\"t\":…,\"v\":…}]");
        }
        if (tokens.next().isPresent()) {
            throw wrong("stands behind the pack", "send one pack in each line");
        }
        return List.copyOf(records);
    }

    private void readList() {
        for (JsonToken token = tokens.require(); token != JsonToken.END_ARRAY; token = tokens.require()) {
            if (token != JsonToken.START_OBJECT) {
                throw wrong("is no SenML record", "send records in {}");
            }
            readRecord();
        }
    }

    private void readRecord() {
        int column = tokens.column();
        RecordFields fields = new RecordFields();
        while (tokens.require() != JsonToken.END_OBJECT) {
            String label = tokens.text();
            tokens.require();
            readField(label, fields);
        }
        records.add(resolve(fields, column));
    }

    private void readField(String label, RecordFields fields) {
        LabelledToken value = new LabelledToken(label, tokens);
        if (!base.take(value) && !fields.take(value)) {
            ignore(value);
        }
    }

    // RFC 8428 §4.4: a label that ends so must be understood.
    private void ignore(LabelledToken value) {
        if (value.label().endsWith("_")) {
            throw new SenMlException(
                    tokens.column(),
                    value.label(),
                    "is a label that must be understood, and Firn does not",
                    "leave it out");
        }
        tokens.skipChildren();
    }

    private SenMlRecord resolve(RecordFields fields, int column) {
        try {
            return fields.resolve(base, column);
        } catch (IllegalArgumentException e) {
            throw new SenMlException(column, "", String.valueOf(e.getMessage()), "mend the record");
        }
    }

    private SenMlException wrong(String reason, String cure) {
        return new SenMlException(tokens.column(), tokens.text(), reason, cure);
    }
}
