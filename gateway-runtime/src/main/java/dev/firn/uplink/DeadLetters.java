package dev.firn.uplink;

import dev.firn.senml.JsonObject;
import dev.firn.storage.SafeFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Messages that the broker refused for good, one JSON object a line: {@code topic}, {@code reason} and {@code message}. Past
 * {@value #MOST_BYTES} bytes the file becomes {@code .old} and a new one begins. One thread.
 */
final class DeadLetters {

    private static final String NAME = "dead-letters.jsonl";
    private static final long MOST_BYTES = 1 << 20;

    private final Path folder;
    private final Path file;

    /** The file in this folder, which need not be there. */
    DeadLetters(Path folder) {
        this.folder = folder;
        file = folder.resolve(NAME);
    }

    /** Where it lies, for people. */
    Path file() {
        return file;
    }

    /** Adds a message, and waits until the card has it. */
    void add(LinkMessage message, String reason) throws IOException {
        String said = new String(message.payload(), StandardCharsets.UTF_8);
        String line = JsonObject.EMPTY
                        .with("topic", message.topic())
                        .with("reason", reason)
                        .with("message", JsonObject.written(said))
                + "\n";
        boolean isNew = !Files.exists(file);
        if (!isNew && Files.size(file) + line.length() > MOST_BYTES) {
            Files.move(file, folder.resolve(NAME + ".old"), StandardCopyOption.REPLACE_EXISTING);
            isNew = true;
        }
        SafeFiles.append(file, line.getBytes(StandardCharsets.UTF_8));
        if (isNew) {
            SafeFiles.sync(folder);
        }
    }
}
