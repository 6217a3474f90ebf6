package dev.firn.rigs.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MqttPacketTest {

    // The lengths at which one more byte is needed to write them down, table 2.4.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 117, 118, 119, 16_374, 16_375, 16_376, 2_097_142, 2_097_143})
    void messagesOfAnyLengthAreReadAsTheyWereWritten(int length) throws IOException {
        byte[] payload = "x".repeat(length).getBytes(StandardCharsets.UTF_8);
        MqttPacket read = reading(MqttPacket.publish("a/bcde", 513, payload).bytes());
        assertThat(read.type()).isEqualTo(MqttPacket.PUBLISH);
        assertThat(read.topic()).isEqualTo("a/bcde");
        assertThat(read.packetId()).isEqualTo(513);
        assertThat(read.qualityOfService()).isEqualTo(1);
        assertThat(read.payload()).hasSize(length);
        assertThat(read.isRetained()).isFalse();
    }

    @Test
    void acknowledgementIsFourBytes() {
        assertThat(MqttPacket.acknowledgement(0x1234).bytes()).containsExactly(0x40, 2, 0x12, 0x34);
    }

    @Test
    void connectIsAsTheStandardShowsIt() {
        assertThat(MqttPacket.connect("ab", true).bytes())
                .containsExactly(0x10, 14, 0, 4, 'M', 'Q', 'T', 'T', 4, 2, 0, 60, 0, 2, 'a', 'b');
    }

    @Test
    void brokenPacketsAreErrors() {
        assertThatThrownBy(() -> reading(0x40)).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> reading(0x40, 2, 0)).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> reading(0x40, 0xff, 0xff, 0xff, 0xff, 1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("remaining length");
    }

    private static MqttPacket reading(int... octets) throws IOException {
        byte[] bytes = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            bytes[i] = (byte) octets[i];
        }
        return reading(bytes);
    }

    private static MqttPacket reading(byte[] bytes) throws IOException {
        return MqttPacket.read(new ByteArrayInputStream(bytes));
    }
}
