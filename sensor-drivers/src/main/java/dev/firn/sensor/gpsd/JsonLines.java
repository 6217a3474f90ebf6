package dev.firn.sensor.gpsd;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Cuts bytes into lines. Of one that is longer than gpsd sends the rest is left out. Not thread-safe. */
final class JsonLines {

    /** Well above what gpsd sends at most, its GPS_JSON_RESPONSE_MAX. */
    private static final int LONGEST = 65_536;

    private final Consumer<String> lines;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    JsonLines(Consumer<String> lines) {
        this.lines = lines;
    }

    /** The next bytes, cut anywhere. */
    void accept(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            accept(bytes[i]);
        }
    }

    private void accept(byte character) {
        if (character == '\n') {
            end();
        } else if (line.size() < LONGEST) {
            line.write(character);
        }
    }

    private void end() {
        String text = line.toString(StandardCharsets.UTF_8).strip();
        line.reset();
        if (!text.isEmpty()) {
            lines.accept(text);
        }
    }
}
