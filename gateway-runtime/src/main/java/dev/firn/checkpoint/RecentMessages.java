package dev.firn.checkpoint;

import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;

/**
 * The latest messages of one source, so that one that is sent again is not counted again. An acknowledgement that was sent may
 * never have arrived, so a message stays here after it; a broker gives its id to another one only once it has arrived, and
 * has fewer messages on their way than there is room for here. For one thread.
 */
final class RecentMessages {

    /** How many are remembered; beyond what a broker has on its way at a time. */
    static final int ROOM = 4096;

    private static final int MOST_ID = 65_535;

    private final int[] ids = new int[ROOM];
    private final int[] checksums = new int[ROOM];
    private long count;

    void add(int messageId, int checksum) {
        int place = (int) (count % ROOM);
        ids[place] = messageId;
        checksums[place] = checksum;
        count++;
    }

    /** Whether the latest message with this id is this one. */
    boolean has(int messageId, int checksum) {
        for (long back = count - 1; back >= Math.max(0, count - ROOM); back--) {
            int place = (int) (back % ROOM);
            if (ids[place] == messageId) {
                return checksums[place] == checksum;
            }
        }
        return false;
    }

    void save(StateWriter state) {
        long first = Math.max(0, count - ROOM);
        state.put(count - first);
        for (long nth = first; nth < count; nth++) {
            int place = (int) (nth % ROOM);
            state.put((long) ids[place] << Integer.SIZE | Integer.toUnsignedLong(checksums[place]));
        }
    }

    void restore(StateReader state) {
        int saved = state.getInt(0, ROOM);
        count = 0;
        for (int read = 0; read < saved; read++) {
            long packed = state.getLong(0, (long) MOST_ID << Integer.SIZE | 0xFFFF_FFFFL);
            add((int) (packed >>> Integer.SIZE), (int) packed);
        }
    }
}
