package dev.firn.bus.linux;

import static dev.firn.bus.linux.SmbusProtocol.BYTE;
import static dev.firn.bus.linux.SmbusProtocol.BYTE_DATA;
import static dev.firn.bus.linux.SmbusProtocol.I2C_BLOCK_DATA;
import static dev.firn.bus.linux.SmbusProtocol.QUICK;
import static dev.firn.bus.linux.SmbusProtocol.WORD_DATA;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmbusProtocolTest {

    private static final long EVERYTHING = 0x0FFF_0000L;
    private static final long NO_WORDS = EVERYTHING & ~0x0060_0000L;
    private static final long NO_BLOCKS = EVERYTHING & ~0x0C00_0000L;

    @ParameterizedTest
    @CsvSource({
        "0, 0, QUICK",
        "1, 0, BYTE",
        "2, 0, BYTE_DATA",
        "3, 0, WORD_DATA",
        "4, 0, I2C_BLOCK_DATA",
        "33, 0, I2C_BLOCK_DATA",
        "0, 1, BYTE",
        "1, 1, BYTE_DATA",
        "1, 2, WORD_DATA",
        "1, 3, I2C_BLOCK_DATA",
        "1, 32, I2C_BLOCK_DATA",
    })
    void shapeOfTransferChoosesProtocol(int out, int in, SmbusProtocol protocol) {
        assertThat(SmbusProtocol.of(out, in, EVERYTHING)).contains(protocol);
    }

    @ParameterizedTest
    @CsvSource({"34, 0", "1, 33", "0, 2", "2, 1", "2, 6"})
    void someShapesHaveNoProtocol(int out, int in) {
        assertThat(SmbusProtocol.of(out, in, EVERYTHING)).isEmpty();
    }

    @Test
    void blockStandsInForWhatTheAdapterLacks() {
        assertThat(SmbusProtocol.of(1, 2, NO_WORDS)).contains(I2C_BLOCK_DATA);
        assertThat(SmbusProtocol.of(3, 0, NO_WORDS)).contains(I2C_BLOCK_DATA);
    }

    @Test
    void whatTheAdapterLacksIsNotChosen() {
        assertThat(SmbusProtocol.of(1, 3, NO_BLOCKS)).isEmpty();
        assertThat(SmbusProtocol.of(0, 0, 0)).isEmpty();
    }

    @Test
    void readingAndWritingAreDifferentFunctions() {
        assertThat(SmbusProtocol.of(1, 1, 0x0008_0000)).isEqualTo(Optional.of(BYTE_DATA));
        assertThat(SmbusProtocol.of(2, 0, 0x0008_0000)).isEmpty();
    }

    @Test
    void numbersAreTheKernels() {
        assertThat(new SmbusProtocol[] {QUICK, BYTE, BYTE_DATA, WORD_DATA, I2C_BLOCK_DATA})
                .extracting(SmbusProtocol::number)
                .containsExactly(0, 1, 2, 3, 8);
    }
}
