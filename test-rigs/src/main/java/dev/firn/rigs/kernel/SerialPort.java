package dev.firn.rigs.kernel;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A serial port, which is a pseudo-terminal: baud rate and parity change nothing. Any thread. */
public final class SerialPort {

    private final Shell shell;
    private final String path;

    SerialPort(Shell shell, String path) {
        this.shell = shell;
        this.path = path;
    }

    /** Where programs find it. */
    public String path() {
        return path;
    }

    /** What arrives there, within the bytes that a terminal holds for its reader (4096). */
    public void send(byte... data) {
        StringBuilder format = new StringBuilder();
        for (byte octet : data) {
            format.append(String.format("\\%03o", octet & 0xff));
        }
        dev("send", Shell.quoted(format.toString()));
    }

    /** What arrives there, in ASCII. */
    public void send(String text) {
        send(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** What programs have written to it so far. */
    public byte[] written() {
        return HexFormat.of().parseHex(dev("written", "").replaceAll("\\s", ""));
    }

    /** Pulls it out: who has it open meets a hang-up, and the path is gone. */
    public void unplug() {
        dev("unplug", "");
    }

    /** Puts it in, again. */
    public void plug() {
        dev("plug", "");
    }

    private String dev(String what, String arguments) {
        return shell.run("dev serial " + what + " " + path + " " + arguments);
    }
}
