package dev.firn.bus;

/** Bytes that come by themselves, from a serial port or a service. One thread uses it; nothing here waits. */
public interface ByteStream extends AutoCloseable {

    /**
     * Fetches what has come.
     *
     * @return how many bytes; 0 while there are none
     * @throws BusException when the other side is gone
     */
    int read(byte[] into);

    /** Sends bytes. */
    void write(byte... bytes);

    @Override
    void close();
}
