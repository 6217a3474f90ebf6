package dev.firn.sensor.replay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The lines of a file, ended by LF or CR LF, one at a time. Of a line longer than {@value #LONGEST} bytes only the
 * beginning is kept, so that a file full of zeros after a power cut does not fill the memory. Of one thread.
 */
final class BoundedLines implements AutoCloseable {

    static final int LONGEST = 1 << 16;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Path file;
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int limit;

    private byte[] line = new byte[256];
    private int length;
    private boolean tooLong;
    private int number;

    private BoundedLines(Path file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    static BoundedLines open(Path file) {
        try {
            return new BoundedLines(file, Files.newInputStream(file));
        } catch (IOException e) {
            throw RecordingException.unreadable(file, e);
        }
    }

    /** Reads the next line; false at the end of the file. */
    boolean advance() {
        length = 0;
        tooLong = false;
        boolean ended = false;
        while (!ended && hasBytes()) {
            ended = takeUpToLineEnd();
        }
        if (!ended && length == 0) {
            return false;
        }
        number++;
        trim();
        return true;
    }

    Path file() {
        return file;
    }

    /** Number of the line read last, counted from 1. */
    int number() {
        return number;
    }

    boolean isTooLong() {
        return tooLong;
    }

    /** The line, each byte as the character with its number: nothing is undecodable, digits are only ASCII's. */
    String bytes() {
        return new String(line, 0, length, StandardCharsets.ISO_8859_1);
    }

    /** The line as a human reads it. */
    String text() {
        return asText(bytes());
    }

    /** What {@link #bytes()} gave, as a human reads it: UTF-8, undecodable bytes replaced. */
    static String asText(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw RecordingException.unreadable(file, e);
        }
    }

    private boolean hasBytes() {
        if (at == limit) {
            at = 0;
            limit = Math.max(0, read());
        }
        return at < limit;
    }

    private int read() {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw RecordingException.unreadable(file, e);
        }
    }

    private boolean takeUpToLineEnd() {
        int end = at;
        while (end < limit && buffer[end] != '\n') {
            end++;
        }
        keep(end - at);
        boolean found = end < limit;
        at = found ? end + 1 : end;
        return found;
    }

    private void keep(int count) {
        int kept = Math.min(count, LONGEST - length);
        tooLong |= kept < count;
        if (length + kept > line.length) {
            line = Arrays.copyOf(line, Math.min(LONGEST, 2 * (length + kept)));
        }
        System.arraycopy(buffer, at, line, length, kept);
        length += kept;
    }

    private void trim() {
        if (length > 0 && line[length - 1] == '\r') {
            length--;
        }
        int mark = BYTE_ORDER_MARK.length;
        if (number == 1 && length >= mark && Arrays.equals(line, 0, mark, BYTE_ORDER_MARK, 0, mark)) {
            System.arraycopy(line, mark, line, 0, length - mark);
            length -= mark;
        }
    }
}
