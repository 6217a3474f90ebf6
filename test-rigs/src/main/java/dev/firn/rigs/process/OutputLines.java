package dev.firn.rigs.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The lines that a process has written to one of its outputs, read by a thread of their own. Any thread. */
final class OutputLines {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Thread reader;

    OutputLines(String name, InputStream output) {
        reader = Thread.ofPlatform().daemon().name(name).start(() -> read(output));
    }

    List<String> soFar() {
        return List.copyOf(lines);
    }

    /** Waits until everybody who could write to the output has closed it, so that not a line is missing. */
    void awaitEnd(Duration bound) throws InterruptedException {
        reader.join(bound);
    }

    private void read(InputStream output) {
        try (BufferedReader text = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
            text.lines().forEach(lines::add);
        } catch (UncheckedIOException | IOException closed) {
            // The process was killed in the middle of a line; what was read before stands.
            lines.add("(output cut off: " + closed.getMessage() + ")");
        }
    }
}
