package dev.firn.outbox;

import java.util.List;

/** Says in fewer records what old ones say that have to go. Called by the outbox's writer; must not block. */
public interface Condenser {

    /** Nothing can stand for a record. */
    Condenser NONE = records -> new Condensed(List.of(), 0, 0, 0);

    /** What stands for these records, which are not kept, in the order of their numbers. */
    Condensed condense(List<OutboxRecord> records);

    /**
     * What stands for some records.
     *
     * @param replacements the records instead, oldest first
     * @param replaced how many of the records they stand for; the others are lost
     * @param fromMillis begin of the time that the records were about, milliseconds since 1970-01-01T00:00Z; 0 where none was
     *     about any
     * @param toMillis its end
     */
    record Condensed(List<Replacement> replacements, int replaced, long fromMillis, long toMillis) {

        /** Copies the list. */
        public Condensed {
            replacements = List.copyOf(replacements);
        }
    }

    /**
     * One record that stands for others.
     *
     * @param payload belongs to the outbox from then on
     * @param origin that of the youngest of them
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Replacement(byte[] payload, Origin origin) {}
}
