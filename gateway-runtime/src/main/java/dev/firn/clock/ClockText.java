package dev.firn.clock;

import dev.firn.storage.Checksums;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A {@link ClockMemory} as text: a word a line, in a fixed order, and the CRC32C of them all. */
final class ClockText {

    private static final String FORMAT = "firn-clock-1";
    private static final String NONE = "none";
    private static final int WORDS = 12;

    private ClockText() {}

    static String of(ClockMemory memory) {
        Optional<Mending> mending = memory.mending();
        List<Object> words = List.of(
                FORMAT,
                memory.boot(),
                memory.standing(),
                memory.offsetMillis(),
                memory.systemOffsetMillis(),
                memory.bound().millis(),
                memory.bound().sinceNanos(),
                memory.savedNanos(),
                memory.lastGoodMillis(),
                mending.map(by -> by.right() ? "right" : "guessed").orElse(NONE),
                mending.map(Mending::offsetMillis).orElse(0L),
                mending.map(by -> by.bound().millis() + " " + by.bound().sinceNanos())
                        .orElse("0 0"));
        String text = String.join("\n", words.stream().map(Object::toString).toList()) + "\n";
        return text + checksum(text) + "\n";
    }

    /**
     * The memory of a text.
     *
     * @throws IllegalArgumentException if it is none, or damaged
     */
    static ClockMemory parse(String text) {
        List<String> words = text.lines().toList();
        if (words.size() != WORDS + 1 || !words.getFirst().equals(FORMAT)) {
            throw new IllegalArgumentException("not the state of a clock of this version");
        }
        String checked = String.join("\n", words.subList(0, WORDS)) + "\n";
        if (!checksum(checked).equals(words.getLast())) {
            throw new IllegalArgumentException("not the sum that was written with it");
        }
        return new ClockMemory(
                UUID.fromString(words.get(1)),
                Standing.valueOf(words.get(2)),
                Long.parseLong(words.get(3)),
                Long.parseLong(words.get(4)),
                new ErrorBound(Long.parseLong(words.get(5)), Long.parseLong(words.get(6))),
                mending(words.get(9), words.get(10), words.get(11)),
                Long.parseLong(words.get(7)),
                Long.parseLong(words.get(8)));
    }

    private static Optional<Mending> mending(String kind, String offset, String bound) {
        if (kind.equals(NONE)) {
            return Optional.empty();
        }
        int space = bound.indexOf(' ');
        ErrorBound known =
                new ErrorBound(Long.parseLong(bound.substring(0, space)), Long.parseLong(bound.substring(space + 1)));
        return Optional.of(new Mending(Long.parseLong(offset), kind.equals("right"), known));
    }

    private static String checksum(String text) {
        return "%08x".formatted(Checksums.of(text.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
