package dev.firn.outbox;

/**
 * What became of the oldest records when the outbox was full.
 *
 * @param range their numbers, which will not come any more
 * @param fromMillis begin of the time that they were about, milliseconds since 1970-01-01T00:00Z; 0 where none was about any
 * @param toMillis its end
 * @param condensed how many of them are said in coarser ones, under new numbers
 * @param into in how many
 * @param lost how many are lost
 */
public record DropReport(SeqRange range, long fromMillis, long toMillis, int condensed, int into, int lost) {}
