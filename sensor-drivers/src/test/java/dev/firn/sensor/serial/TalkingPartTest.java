package dev.firn.sensor.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firn.bus.BusException;
import dev.firn.bus.FakeByteStream;
import dev.firn.sensor.Conversation;
import dev.firn.sensor.SensorFaultException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TalkingPartTest {

    private static final long SECOND = 1_000_000_000L;

    private final FakeByteStream stream = new FakeByteStream();
    private long now;

    /** Each digit is a frame. */
    private final TalkingPart<Integer> part = new TalkingPart<>(
            stream, next -> next >= '0' && next <= '9' ? Optional.of(next - '0') : Optional.empty(), () -> now);

    @Test
    void givesEachFrameOnceInOrder() {
        stream.receives("1a2");
        part.attend();
        stream.receives("3");
        assertThat(part.take()).containsExactly(1, 2, 3);
        assertThat(part.take()).isEmpty();
    }

    @Test
    void readsAllThatHasComeHoweverMuch() {
        stream.receives("7".repeat(2000));
        assertThat(part.take()).hasSize(2000);
    }

    @Test
    void keepsTheNewestWhereNobodyAsks() {
        stream.receives("1" + "2".repeat(4096));
        assertThat(part.take()).hasSize(4096).doesNotContain(1);
    }

    @Test
    void silenceForAMomentIsNoFault() {
        now = 2 * SECOND;
        assertThat(part.take()).isEmpty();
    }

    @Test
    void silenceCountsFromTheLastFrame() {
        now = 10 * SECOND;
        stream.receives("1");
        part.take();
        now = 11 * SECOND;
        assertThat(part.take()).isEmpty();
    }

    @Test
    void longSilenceIsAFault() {
        stream.receives("1");
        part.take();
        now = 10 * SECOND;
        assertThatThrownBy(part::take).isInstanceOf(SensorFaultException.class).hasMessage("no frame for 10 s");
    }

    @Test
    void bytesThatMakeNoFrameAreNamed() {
        now = 10 * SECOND;
        stream.receives("abc".repeat(30));
        assertThatThrownBy(part::take)
                .isInstanceOf(SensorFaultException.class)
                .hasMessage("no frame for 10 s, only bytes that make none: another part, or a disturbed line");
    }

    @Test
    void aFrameThatWasCutOffIsNotNamed() {
        now = 10 * SECOND;
        stream.receives("abc");
        assertThatThrownBy(part::take).hasMessage("no frame for 10 s");
    }

    @Test
    void aFrameAfterSilenceEndsIt() {
        now = 10 * SECOND;
        stream.receives("1");
        assertThat(part.take()).containsExactly(1);
    }

    @Test
    void waitsForAFirstFrameOnly() {
        stream.receives("1");
        assertThat(Conversation.from(part.awaitFrame()).pauses()).isZero();
        assertThat(part.take()).containsExactly(1);
    }

    @Test
    void givesUpWaitingForAFirstFrame() {
        assertThatThrownBy(() -> Conversation.from(part.awaitFrame()))
                .isInstanceOf(SensorFaultException.class)
                .hasMessage("no frame for 2 s");
    }

    @Test
    void aPortThatIsGoneIsSaidSo() {
        stream.unplug();
        assertThatThrownBy(part::take).isInstanceOf(BusException.class);
    }

    @Test
    void closesItsPort() {
        part.close();
        assertThat(stream.isClosed()).isTrue();
    }
}
