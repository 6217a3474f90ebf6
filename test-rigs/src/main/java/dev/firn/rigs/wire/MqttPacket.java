package dev.firn.rigs.wire;

import dev.firn.rigs.RigException;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A control packet of MQTT 3.1.1 (OASIS standard of 2014-10-29, section 2). Immutable. */
public final class MqttPacket {

    /** Control packet types, table 2.1. */
    public static final int CONNECT = 1;

    /** Answers {@link #CONNECT}. */
    public static final int CONNACK = 2;

    /** Carries a message. */
    public static final int PUBLISH = 3;

    /** Answers a {@link #PUBLISH} of quality of service 1. */
    public static final int PUBACK = 4;

    /** Asks for topics. */
    public static final int SUBSCRIBE = 8;

    /** Answers {@link #SUBSCRIBE}. */
    public static final int SUBACK = 9;

    /** Asks whether the other end is there. */
    public static final int PINGREQ = 12;

    /** Answers {@link #PINGREQ}. */
    public static final int PINGRESP = 13;

    /** Says good-bye. */
    public static final int DISCONNECT = 14;

    private static final int AT_LEAST_ONCE = 0b0010;
    private static final int MOST_LENGTH_BYTES = 4;

    private final int type;
    private final int flags;
    private final byte[] body;

    private MqttPacket(int type, int flags, byte[] body) {
        this.type = type;
        this.flags = flags;
        this.body = body;
    }

    /** A packet of any type, with what follows its fixed header. */
    public static MqttPacket of(int type, int... body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int next : body) {
            bytes.write(next);
        }
        return new MqttPacket(type, 0, bytes.toByteArray());
    }

    /** A client's first words: a name, and whether the broker shall forget it afterwards; a keep-alive of a minute. */
    public static MqttPacket connect(String clientId, boolean cleanSession) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        text(bytes, "MQTT");
        bytes.write(4);
        bytes.write(cleanSession ? 2 : 0);
        word(bytes, 60);
        text(bytes, clientId);
        return new MqttPacket(CONNECT, 0, bytes.toByteArray());
    }

    /**
     * A message with quality of service 1.
     *
     * @param packetId 1 to 65535
     */
    public static MqttPacket publish(String topic, int packetId, byte[] payload) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        text(bytes, topic);
        word(bytes, packetId);
        bytes.writeBytes(payload);
        return new MqttPacket(PUBLISH, AT_LEAST_ONCE, bytes.toByteArray());
    }

    /** The acknowledgement of a message. */
    public static MqttPacket acknowledgement(int packetId) {
        return of(PUBACK, packetId >> 8 & 0xff, packetId & 0xff);
    }

    /**
     * Reads the next packet; waits for it.
     *
     * @throws EOFException if there is none any more
     */
    public static MqttPacket read(InputStream in) throws IOException {
        int first = octet(in);
        int length = 0;
        for (int shift = 0, more = 0x80; (more & 0x80) != 0; shift += 7) {
            if (shift == 7 * MOST_LENGTH_BYTES) {
                throw new IOException("remaining length of more than " + MOST_LENGTH_BYTES + " bytes");
            }
            more = octet(in);
            length |= (more & 0x7f) << shift;
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("packet of " + length + " bytes breaks off after " + body.length);
        }
        return new MqttPacket(first >> 4, first & 0xf, body);
    }

    /** Its control packet type. */
    public int type() {
        return type;
    }

    /** Of a {@link #PUBLISH}: the topic. */
    public String topic() {
        return new String(body, 2, word(0), StandardCharsets.UTF_8);
    }

    /** Of a {@link #PUBLISH}: 0, 1 or 2. */
    public int qualityOfService() {
        return flags >> 1 & 3;
    }

    /** Of a {@link #PUBLISH}: whether the broker shall keep it for later subscribers. */
    public boolean isRetained() {
        return (flags & 1) != 0;
    }

    /** Of a {@link #PUBLISH} with quality of service 1 or 2, a {@link #PUBACK} or a {@link #SUBSCRIBE}: its number. */
    public int packetId() {
        return type == PUBLISH ? word(2 + word(0)) : word(0);
    }

    /** Of a {@link #PUBLISH}: the payload as UTF-8. */
    public String payload() {
        int start = 2 + word(0) + (qualityOfService() == 0 ? 0 : 2);
        return new String(body, start, body.length - start, StandardCharsets.UTF_8);
    }

    /** What follows the fixed header, bytes. */
    public int bodyBytes() {
        return body.length;
    }

    /** As it goes over the wire. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length + 5);
        bytes.write(type << 4 | flags);
        int rest = body.length;
        do {
            bytes.write(rest > 0x7f ? (rest & 0x7f) | 0x80 : rest);
            rest >>= 7;
        } while (rest > 0);
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    private int word(int at) {
        if (at + 2 > body.length) {
            throw new RigException("packet of type " + type + " with " + body.length + " bytes has none at " + at);
        }
        return ((body[at] & 0xff) << 8) | (body[at + 1] & 0xff);
    }

    private static int octet(InputStream in) throws IOException {
        int next = in.read();
        if (next < 0) {
            throw new EOFException("no more packets");
        }
        return next;
    }

    private static void text(ByteArrayOutputStream bytes, String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        word(bytes, encoded.length);
        bytes.writeBytes(encoded);
    }

    private static void word(ByteArrayOutputStream bytes, int word) {
        bytes.write(word >> 8);
        bytes.write(word);
    }
}
