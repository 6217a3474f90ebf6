package dev.firn.history;

import dev.firn.telemetry.Summary;
import java.nio.ByteBuffer;

/**
 * Which row a summary is: by the end of its window, its series, its length. Rows are in order of time, because a commit
 * writes the pages that changed, and so there is one; in order of series there would be one for each.
 *
 * @param toMillis end of the window
 * @param series number of the series
 * @param lengthMillis length of the window
 */
record RowKey(long toMillis, int series, long lengthMillis) {

    private static final int BYTES = Long.BYTES + Integer.BYTES + Long.BYTES;
    private static final long HOUR_MILLIS = 3_600_000;

    static RowKey of(Summary summary, int series) {
        return new RowKey(summary.toMillis(), series, summary.toMillis() - summary.fromMillis());
    }

    static RowKey decode(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new DamageException("a key of " + bytes.length + " bytes");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new RowKey(buffer.getLong() ^ Long.MIN_VALUE, buffer.getInt(), buffer.getLong());
    }

    /** The first that any row of this end can have. */
    static byte[] firstEndingAt(long toMillis) {
        return new RowKey(toMillis, 0, 0).encode();
    }

    // With the sign turned, times before 1970 are the lesser ones in unsigned order too.
    byte[] encode() {
        return ByteBuffer.allocate(BYTES)
                .putLong(toMillis ^ Long.MIN_VALUE)
                .putInt(series)
                .putLong(lengthMillis)
                .array();
    }

    long fromMillis() {
        return toMillis - lengthMillis;
    }

    /** Hours since 1970-01-01T00:00Z in which the window ended; rows go by the hour. */
    long hour() {
        return hourOf(toMillis);
    }

    static long hourOf(long toMillis) {
        return Math.floorDiv(toMillis, HOUR_MILLIS);
    }
}
