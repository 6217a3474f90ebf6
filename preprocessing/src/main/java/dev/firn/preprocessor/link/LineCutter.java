package dev.firn.preprocessor.link;

import java.io.ByteArrayOutputStream;

/**
 * Cuts a stream of bytes into lines, in bounded memory: a line that is longer than {@value #LONGEST_LINE} bytes is
 * skipped. For one thread.
 */
final class LineCutter {

    /** Most bytes of a line, without its line feed. */
    static final int LONGEST_LINE = 64 * 1024;

    /** Where lines go. */
    interface Sink {

        /** Takes a line, without its line feed; {@code number} counts from 1. */
        void line(long number, byte[] line);

        /** Learns that a line was too long. */
        void tooLong(long number);
    }

    private final Sink sink;
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private boolean skipping;
    private long lines;

    LineCutter(Sink sink) {
        this.sink = sink;
    }

    /** Takes the next bytes of the stream. */
    void take(byte[] bytes, int count) {
        int start = 0;
        for (int place = 0; place < count; place++) {
            if (bytes[place] == '\n') {
                append(bytes, start, place);
                finish();
                start = place + 1;
            }
        }
        append(bytes, start, count);
    }

    /** The stream is over; a last line may lack its line feed. */
    void end() {
        if (skipping || begun.size() > 0) {
            finish();
        }
    }

    private void append(byte[] bytes, int from, int to) {
        if (begun.size() + to - from > LONGEST_LINE) {
            skipping = true;
            begun.reset();
        }
        if (!skipping) {
            begun.write(bytes, from, to - from);
        }
    }

    private void finish() {
        lines++;
        if (skipping) {
            sink.tooLong(lines);
        } else {
            sink.line(lines, begun.toByteArray());
        }
        skipping = false;
        begun.reset();
    }
}
