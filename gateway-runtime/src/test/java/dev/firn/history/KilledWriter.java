package dev.firn.history;

import dev.firn.outbox.WriteMeter;
import java.nio.file.Path;

/** A process that records without end, one window after the other, and prints the number of each that was committed. */
final class KilledWriter {

    private static final int BATCH = 200;

    private KilledWriter() {}

    /** The folder, and the number of the first window. */
    public static void main(String[] arguments) {
        HistorySettings settings =
                new HistorySettings(Path.of(arguments[0]), HistorySettings.MOST_KEPT, HistorySettings.DEFAULT_BYTES);
        HistoryStore store = new HistoryStore(settings, new WriteMeter());
        int number = Integer.parseInt(arguments[1]);
        while (true) {
            for (int row = 0; row < BATCH; row++) {
                store.file().put(new PastSummary(Weather.minute(Weather.AIR, number + row), Weather.CLOCK));
            }
            store.commit();
            number += BATCH;
            IO.println(number - 1);
        }
    }
}
