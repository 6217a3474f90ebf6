package dev.firn.outbox;

import java.util.OptionalDouble;

/**
 * How full the outbox is.
 *
 * @param pending records that are neither acknowledged nor lost
 * @param bytes bytes of its segment files
 * @param maxBytes most bytes that it may take
 * @param hoursLeft for how long it takes what comes, at the pace of the last hour, before it merges and drops; empty where
 *     the pace is not known yet
 * @param writtenBytes bytes that went to the card in the last 24 hours
 */
public record OutboxLevel(long pending, long bytes, long maxBytes, OptionalDouble hoursLeft, long writtenBytes) {}
