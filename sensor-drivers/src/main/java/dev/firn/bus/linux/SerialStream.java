package dev.firn.bus.linux;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import dev.firn.bus.BusException;
import dev.firn.bus.BusFault;
import dev.firn.bus.ByteStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A serial port with 8 data bits, no parity and one stop bit. One thread uses it; any closes it. */
final class SerialStream implements ByteStream, Opened {

    private static final int DATA_BITS = 8;

    private final String place;
    private final SerialPort port;

    private SerialStream(String place, SerialPort port) {
        this.place = place;
        this.port = port;
    }

    static SerialStream open(String path, int baud) {
        SerialPort port = find(path);
        port.setComPortParameters(baud, DATA_BITS, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
        port.setComPortTimeouts(SerialPort.TIMEOUT_NONBLOCKING, 0, 0);
        if (!port.openPort(0)) {
            throw refused(path, new Errno(port.getLastErrorCode()));
        }
        return new SerialStream(path, port);
    }

    /** A port that was unplugged gives no bytes like one that is silent, but fails to say how many wait. */
    @Override
    public int read(byte[] into) {
        int count = port.readBytes(into, into.length);
        if (count < 0 || (count == 0 && port.bytesAvailable() < 0)) {
            throw gone();
        }
        return count;
    }

    @Override
    public void write(byte... bytes) {
        int done = 0;
        while (done < bytes.length) {
            int count = port.writeBytes(bytes, bytes.length - done, done);
            if (count <= 0) {
                throw count < 0 || port.bytesAvailable() < 0
                        ? gone()
                        : new BusException(place, BusFault.TIMED_OUT, "it takes no more bytes");
            }
            done += count;
        }
    }

    @Override
    public boolean isOpen() {
        return port.isOpen();
    }

    @Override
    public void close() {
        port.closePort();
    }

    private static SerialPort find(String path) {
        try {
            SerialLibrary.load();
            return SerialPort.getCommPort(path);
        } catch (SerialPortInvalidPortException e) {
            throw DeviceKind.SERIAL.absent(path, "no such file");
        }
    }

    /** The library locks ports against other programs (EAGAIN), and against this one (ENOENT, though it is there). */
    private static BusException refused(String path, Errno errno) {
        boolean isLocked =
                errno.number() == Errno.EAGAIN || (errno.number() == Errno.ENOENT && Files.exists(Path.of(path)));
        if (isLocked) {
            return new BusException(path, BusFault.IN_USE, "it is open already");
        }
        return errno.number() == Errno.ENOTTY
                ? new BusException(path, BusFault.NOT_SUPPORTED, "it is no serial port")
                : DeviceKind.SERIAL.cannotOpen(path, path, errno);
    }

    private BusException gone() {
        return new BusException(place, BusFault.NO_BUS, "unplugged, or the other side is gone");
    }
}
