package dev.firn.bus.linux;

import dev.firn.bus.BusException;
import dev.firn.bus.BusFault;
import dev.firn.bus.ByteStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** A connection to a service. One thread uses it; any closes it. */
final class TcpStream implements ByteStream, Opened {

    private static final int LONGEST_CONNECT_MILLIS = 2000;

    private final String place;
    private final SocketChannel channel;

    private TcpStream(String place, SocketChannel channel) {
        this.place = place;
        this.channel = channel;
    }

    /** Connects, which takes 2 s at most. */
    static TcpStream connect(String host, int port) {
        String place = host + ":" + port;
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new BusException(place, BusFault.NO_DEVICE, "no host of that name is known");
        }
        try {
            return new TcpStream(place, connected(address));
        } catch (SocketTimeoutException e) {
            throw new BusException(place, BusFault.TIMED_OUT, "no connection in " + LONGEST_CONNECT_MILLIS + " ms");
        } catch (IOException e) {
            throw new BusException(
                    place, BusFault.NO_DEVICE, e.getMessage() + "; does the service run there, and listen?");
        }
    }

    @Override
    public int read(byte[] into) {
        int count;
        try {
            count = channel.read(ByteBuffer.wrap(into));
        } catch (IOException e) {
            throw gone(String.valueOf(e.getMessage()));
        }
        if (count < 0) {
            throw gone("the service has ended the connection");
        }
        return count;
    }

    @Override
    public void write(byte... bytes) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        try {
            while (rest.hasRemaining()) {
                if (channel.write(rest) == 0) {
                    throw new BusException(place, BusFault.TIMED_OUT, "the service takes no more bytes");
                }
            }
        } catch (IOException e) {
            throw gone(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() {
        closeQuietly(channel);
    }

    private BusException gone(String detail) {
        return new BusException(place, BusFault.NO_BUS, detail);
    }

    private static SocketChannel connected(InetSocketAddress address) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
            channel.socket().connect(address, LONGEST_CONNECT_MILLIS);
            channel.configureBlocking(false);
            return channel;
        } catch (IOException e) {
            closeQuietly(channel);
            throw e;
        }
    }

    /** Nothing is left to be done where closing fails: the descriptor is given back all the same. */
    private static void closeQuietly(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            assert !channel.isOpen();
        }
    }
}
