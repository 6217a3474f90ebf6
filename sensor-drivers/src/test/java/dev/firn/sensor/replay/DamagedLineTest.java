package dev.firn.sensor.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DamagedLineTest {

    @Test
    void describesPlaceReasonAndText() {
        DamagedLine line = new DamagedLine(Path.of("/data/WFJ2.smet"), 17, "2014 x", "2 columns where 10 are expected");
        assertThat(line.describe()).isEqualTo("WFJ2.smet:17: 2 columns where 10 are expected: «2014 x»");
    }

    @Test
    void shortensLongText() {
        assertThat(new DamagedLine(Path.of("f"), 1, "x".repeat(1000), "r").describe())
                .isEqualTo("f:1: r: «" + "x".repeat(80) + "…»");
    }

    @Test
    void letsNoEscapeSequenceThrough() {
        assertThat(new DamagedLine(Path.of("f"), 1, "a\u001B[2Jb\0\u009Bc\n", "r").describe())
                .isEqualTo("f:1: r: «a\uFFFD[2Jb\uFFFD\uFFFDc\uFFFD»");
    }
}
