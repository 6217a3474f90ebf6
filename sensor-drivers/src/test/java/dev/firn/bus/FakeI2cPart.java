package dev.firn.bus;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A part on an I2C bus: it answers what a test has put in and notes what it is told. What it answers follows what was
 * last written to it: a register's number or a command.
 */
public final class FakeI2cPart {

    private final Map<String, Deque<byte[]>> replies = new HashMap<>();
    private final byte[] registers = new byte[256];
    private final List<String> written = new ArrayList<>();
    private final boolean hasRegisters;
    private String selected = "";
    private int pointer;
    private int failures;
    private BusFault fault = BusFault.NO_DEVICE;
    private boolean present = true;

    private FakeI2cPart(boolean hasRegisters) {
        this.hasRegisters = hasRegisters;
    }

    /** One with 256 registers of 8 bits and a pointer that counts on by itself. */
    public static FakeI2cPart withRegisters() {
        return new FakeI2cPart(true);
    }

    /** One that answers commands. */
    public static FakeI2cPart withCommands() {
        return new FakeI2cPart(false);
    }

    /** Fills registers from a number on, with hexadecimal bytes such as {@code "60 00"}. */
    public FakeI2cPart registers(int from, String bytes) {
        byte[] values = bytes(bytes);
        System.arraycopy(values, 0, registers, from, values.length);
        return this;
    }

    /** What is in a register now. */
    public int register(int number) {
        return Byte.toUnsignedInt(registers[number]);
    }

    /**
     * What it answers to a command. Several answers are given one after the other, the last one for ever. The command
     * {@code ""} stands for whatever has no answer of its own.
     */
    public FakeI2cPart reply(String command, String... answers) {
        Deque<byte[]> queue = new ArrayDeque<>();
        Arrays.stream(answers).map(FakeI2cPart::bytes).forEach(queue::add);
        replies.put(key(bytes(command)), queue);
        return this;
    }

    /** Lets the next transfers fail. */
    public FakeI2cPart failNext(int transfers, BusFault why) {
        failures = transfers;
        fault = why;
        return this;
    }

    /** Takes it off the bus, or puts it back. */
    public void present(boolean isThere) {
        present = isThere;
    }

    /** What was written to it and not only to select what is read next, each as {@code "f4 27"}. */
    public List<String> written() {
        return List.copyOf(written);
    }

    void transfer(String place, byte[] out, byte[] in) {
        if (!present) {
            throw new BusException(place, BusFault.NO_DEVICE, "");
        }
        if (failures > 0) {
            failures--;
            throw new BusException(place, fault, "");
        }
        if (out.length > 0) {
            take(out, in.length > 0);
        }
        if (in.length > 0) {
            answer(place, in);
        }
    }

    private void take(byte[] out, boolean onlySelects) {
        selected = key(out);
        pointer = Byte.toUnsignedInt(out[0]);
        if (hasRegisters) {
            for (int i = 1; i < out.length; i++) {
                registers[pointer++ & 0xFF] = out[i];
            }
        }
        if (!onlySelects) {
            written.add(HexFormat.ofDelimiter(" ").formatHex(out));
        }
    }

    private void answer(String place, byte[] in) {
        Deque<byte[]> queue = replies.getOrDefault(selected, replies.getOrDefault("", new ArrayDeque<>()));
        byte[] reply = queue.size() > 1 ? queue.removeFirst() : queue.peekFirst();
        if (reply != null) {
            System.arraycopy(reply, 0, in, 0, Math.min(in.length, reply.length));
        } else if (hasRegisters) {
            for (int i = 0; i < in.length; i++) {
                in[i] = registers[pointer++ & 0xFF];
            }
        } else {
            throw new BusException(place, BusFault.NO_DEVICE, "no reply to " + selected);
        }
    }

    private static String key(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** The bytes of {@code "5f 16 1a"}. */
    public static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
