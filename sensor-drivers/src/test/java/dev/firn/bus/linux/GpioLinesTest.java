package dev.firn.bus.linux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.bus.Edge;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edges as the kernel would send them, from a file. */
class GpioLinesTest {

    private static final int RISING = 1;
    private static final int FALLING = 2;

    @TempDir
    @SuppressWarnings("NullAway.Init") // before each test
    private Path directory;

    private final ByteBuffer events = ByteBuffer.allocate(48 * 200).order(ByteOrder.nativeOrder());

    private GpioLinesTest event(long timeNanos, int id, int line, int sequence) {
        events.putLong(timeNanos).putInt(id).putInt(line).putInt(sequence).putInt(0);
        events.position(events.position() + 24);
        return this;
    }

    private GpioLines lines() {
        try {
            Path file = directory.resolve("events");
            byte[] bytes = new byte[events.flip().limit()];
            events.get(bytes);
            Files.write(file, bytes);
            return new GpioLines(
                    "pinctrl-bcm2711 line 17, 27",
                    new LineRequest(List.of(17, 27), 0, Duration.ZERO, 0),
                    DeviceFile.open("place", file.toString(), DeviceFile.READ_ONLY, DeviceKind.GPIO));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void edgeHasTheIndexOfItsLineAndTheKernelsTime() {
        try (GpioLines lines = event(1_000_000_007L, RISING, 27, 1)
                .event(1_000_000_009L, FALLING, 17, 2)
                .lines()) {
            assertThat(lines.fetch())
                    .containsExactly(new Edge(1, true, 1_000_000_007L), new Edge(0, false, 1_000_000_009L));
            assertThat(lines.fetch()).isEmpty();
            assertThat(lines.lost()).isZero();
        }
    }

    @Test
    void gapsInTheKernelsNumbersAreLostEdges() {
        try (GpioLines lines = event(1, RISING, 17, 4)
                .event(2, FALLING, 17, 5)
                .event(3, RISING, 17, 8)
                .lines()) {
            assertThat(lines.fetch()).hasSize(3);
            assertThat(lines.lost()).isEqualTo(3 + 2);
        }
    }

    @Test
    void moreEdgesThanOneReadTakesAllCome() {
        for (int i = 1; i <= 150; i++) {
            event(i, i % 2 == 0 ? FALLING : RISING, 17, i);
        }
        try (GpioLines lines = lines()) {
            assertThat(lines.fetch()).hasSize(150).extracting(Edge::timeNanos).isSorted();
            assertThat(lines.lost()).isZero();
        }
    }
}
