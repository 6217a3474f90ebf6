package dev.firn.outbox;

/**
 * One record as it lies in the log.
 *
 * @param seq its number: one more than that of the record before, for as long as the epoch lasts
 * @param origin when it was made
 * @param payload what was appended; belongs to the holder of the record, which must not change it
 * @param kept whether it is appended anew, under a new number, should it be dropped for space: alarms stay
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; a copy per record would only cost
public record OutboxRecord(long seq, Origin origin, byte[] payload, boolean kept) {}
