package dev.firn.bus.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.pi4j.io.gpio.digital.PullResistance;
import dev.firn.bus.EdgeRequest;
import dev.firn.bus.EdgeRequest.Edges;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineRequestTest {

    private static final long CONFIG = 288;
    private static final long FIRST_ATTRIBUTE = CONFIG + 32;

    private static EdgeRequest edges(PullResistance pull, boolean activeLow, Edges edges, Duration debounce) {
        return new EdgeRequest("pinctrl-bcm2711", List.of(17, 27), pull, activeLow, edges, debounce);
    }

    private static MemorySegment struct(LineRequest request) {
        return request.toStruct(Arena.ofAuto());
    }

    @Test
    void debounceIsMaskedByIndexInTheRequestNotByNumberOnTheChip() {
        MemorySegment struct =
                struct(LineRequest.edges(edges(PullResistance.OFF, false, Edges.BOTH, Duration.ofNanos(5_000_999))));
        assertThat(struct.get(JAVA_INT, CONFIG + 8)).isEqualTo(1);
        assertThat(struct.get(JAVA_INT, FIRST_ATTRIBUTE)).isEqualTo(3);
        assertThat(struct.get(JAVA_INT, FIRST_ATTRIBUTE + 8)).isEqualTo(5000);
        assertThat(struct.get(JAVA_LONG, FIRST_ATTRIBUTE + 16)).isEqualTo(0b11);
    }

    @Test
    void sixtyFourLinesHaveAllBitsOfTheMask() {
        List<Integer> lines = IntStream.range(0, 64).boxed().toList();
        assertThat(new LineRequest(lines, 0, Duration.ZERO, 0).everyLine()).isEqualTo(-1L);
    }

    @Test
    void linesAreNamedByTheirNumbersAndHeldByFirn() {
        MemorySegment struct = struct(LineRequest.edges(edges(PullResistance.OFF, false, Edges.BOTH, Duration.ZERO)));
        assertThat(struct.get(JAVA_INT, 0)).isEqualTo(17);
        assertThat(struct.get(JAVA_INT, 4)).isEqualTo(27);
        assertThat(struct.getString(256)).isEqualTo("firn");
        assertThat(struct.get(JAVA_INT, 560)).isEqualTo(2);
    }

    @Test
    void kernelIsAskedToKeepAsManyEdgesAsItCan() {
        MemorySegment struct = struct(LineRequest.edges(edges(PullResistance.OFF, false, Edges.BOTH, Duration.ZERO)));
        assertThat(struct.get(JAVA_INT, 564)).isEqualTo(1024);
    }

    @Test
    void withoutDebounceThereIsNoAttribute() {
        MemorySegment struct = struct(LineRequest.edges(edges(PullResistance.OFF, false, Edges.BOTH, Duration.ZERO)));
        assertThat(struct.get(JAVA_INT, CONFIG + 8)).isZero();
    }

    @Test
    void flagsSayWhatIsWanted() {
        assertThat(LineRequest.edges(edges(PullResistance.OFF, false, Edges.RISING, Duration.ZERO))
                        .flags())
                .isEqualTo(0x4 | 0x10 | 0x400);
        assertThat(LineRequest.edges(edges(PullResistance.PULL_UP, true, Edges.FALLING, Duration.ZERO))
                        .flags())
                .isEqualTo(0x2 | 0x4 | 0x20 | 0x100);
        assertThat(LineRequest.input(4, PullResistance.PULL_DOWN, Duration.ZERO).flags())
                .isEqualTo(0x4 | 0x200);
        assertThat(LineRequest.input(4, PullResistance.PULL_DOWN, Duration.ZERO)
                        .withEdges()
                        .flags())
                .isEqualTo(0x4 | 0x200 | 0x30);
    }

    @Test
    void outputHasItsLevelFromTheBeginning() {
        MemorySegment struct = struct(LineRequest.output(18, true));
        assertThat(struct.get(JAVA_LONG, CONFIG)).isEqualTo(0x8);
        assertThat(struct.get(JAVA_INT, FIRST_ATTRIBUTE)).isEqualTo(2);
        assertThat(struct.get(JAVA_LONG, FIRST_ATTRIBUTE + 8)).isEqualTo(1);
        assertThat(struct.get(JAVA_LONG, FIRST_ATTRIBUTE + 16)).isEqualTo(1);
    }

    @Test
    void debounceBeyondTheKernelsMicrosecondsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LineRequest.input(4, PullResistance.OFF, Duration.ofHours(2)))
                .withMessageContaining("PT2H");
    }
}
