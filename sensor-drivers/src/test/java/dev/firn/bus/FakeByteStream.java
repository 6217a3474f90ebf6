package dev.firn.bus;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** A serial port or a connection whose other side is a test. */
public final class FakeByteStream implements ByteStream {

    private final Deque<Byte> waiting = new ArrayDeque<>();
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private boolean gone;
    private boolean closed;

    /** The other side sends bytes. */
    public FakeByteStream receives(byte... bytes) {
        for (byte b : bytes) {
            waiting.add(b);
        }
        return this;
    }

    /** The other side sends ASCII text. */
    public FakeByteStream receives(String text) {
        return receives(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The other side is unplugged, once what it sent has been fetched. */
    public void unplug() {
        gone = true;
    }

    /** What was sent to the other side, as ASCII. */
    public String sent() {
        return sent.toString(StandardCharsets.US_ASCII);
    }

    /** Whether it was closed. */
    public boolean isClosed() {
        return closed;
    }

    @Override
    public int read(byte[] into) {
        if (waiting.isEmpty() && gone) {
            throw new BusException("fake port", BusFault.NO_BUS, "unplugged");
        }
        int count = 0;
        while (count < into.length && !waiting.isEmpty()) {
            into[count++] = waiting.remove();
        }
        return count;
    }

    @Override
    public void write(byte... bytes) {
        sent.writeBytes(bytes);
    }

    @Override
    public void close() {
        closed = true;
    }
}
