package dev.firn.sensor.nmea;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Cuts bytes into sentences. A sentence begins with a dollar sign wherever one comes, so that the reader is in step again
 * with the next one after anything: a start in the middle, bytes lost, another baud rate. Not thread-safe.
 */
final class SentenceReader {

    /** NMEA 0183 allows 82 characters; receivers with more decimals send up to a hundred. */
    private static final int LONGEST = 120;

    private final Consumer<Sentence> sentences;
    private final byte[] line = new byte[LONGEST];
    private int length;

    /** Hands each sentence over whose checksum is right. */
    SentenceReader(Consumer<Sentence> sentences) {
        this.sentences = sentences;
    }

    /** The next bytes, cut anywhere. */
    void accept(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            accept(bytes[i]);
        }
    }

    private void accept(byte character) {
        if (character == '$') {
            length = 0;
            line[length++] = character;
        } else if (length == 0) {
            return; // Between sentences, or in one that was given up.
        } else if (character == '\r' || character == '\n') {
            Sentence.parse(new String(line, 0, length, StandardCharsets.US_ASCII))
                    .ifPresent(sentences);
            length = 0;
        } else if (length == LONGEST) {
            length = 0;
        } else {
            line[length++] = character;
        }
    }
}
