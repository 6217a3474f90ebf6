package dev.firn.config;

import dev.firn.history.HistorySettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** The section {@code history}, or the word {@code off} in its place. */
final class HistoryReader {

    private static final String KEY = "history";

    private final Function<String, Path> resolve;

    /** A reader of files whose relative names this makes absolute. */
    HistoryReader(Function<String, Path> resolve) {
        this.resolve = resolve;
    }

    /** The settings; empty if there is to be no history. Unless told otherwise it lies beside the outbox. */
    Optional<HistorySettings> read(Section root, Path outbox) {
        Path beside = outbox.resolveSibling(KEY);
        if (root.isOff(KEY)) {
            return Optional.empty();
        }
        if (!root.keys().contains(KEY)) {
            return Optional.of(
                    new HistorySettings(beside, HistorySettings.DEFAULT_KEPT, HistorySettings.DEFAULT_BYTES));
        }
        return root.section(KEY).map(section -> settings(section, beside, outbox));
    }

    private HistorySettings settings(Section section, Path beside, Path outbox) {
        Path directory =
                section.optional("directory", Values::text).map(resolve).orElse(beside);
        if (directory.equals(outbox)) {
            section.reject(
                    "directory", directory.toString(), "is the outbox's", "give the history a folder of its own");
        }
        Duration keep = section.optional(
                "keep",
                Values.durationBetween(HistorySettings.LEAST_KEPT, HistorySettings.MOST_KEPT),
                HistorySettings.DEFAULT_KEPT);
        long maxBytes = section.optional(
                "max-bytes", Values.bytesFrom(HistorySettings.LEAST_BYTES), HistorySettings.DEFAULT_BYTES);
        section.rejectUnknownKeys();
        return new HistorySettings(directory, keep, maxBytes);
    }
}
