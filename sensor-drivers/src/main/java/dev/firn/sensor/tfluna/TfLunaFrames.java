package dev.firn.sensor.tfluna;

import dev.firn.bus.Words;
import dev.firn.sensor.serial.FrameDecoder;
import java.util.Optional;

/**
 * Frames of a TF-Luna: two bytes 0x59, distance, amplitude, temperature, and the low byte of the sum of all before.
 * Source: Benewake TF-Luna product manual, A05, section 5.2.
 */
final class TfLunaFrames implements FrameDecoder<TfLunaEcho> {

    private static final int LENGTH = 9;
    private static final byte HEADER = 0x59;

    private final byte[] window = new byte[LENGTH];
    private int count;

    @Override
    public Optional<TfLunaEcho> accept(byte next) {
        window[count++] = next;
        while (!couldBeFrame()) {
            System.arraycopy(window, 1, window, 0, --count);
        }
        if (count < LENGTH) {
            return Optional.empty();
        }
        count = 0;
        return Optional.of(TfLunaEcho.ofFrame(window));
    }

    /** Whether what is there can be the beginning of a frame, or is a whole one. */
    private boolean couldBeFrame() {
        return (count < 1 || window[0] == HEADER)
                && (count < 2 || window[1] == HEADER)
                && (count < LENGTH || window[LENGTH - 1] == (byte) sum());
    }

    private int sum() {
        int sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += Words.u8(window, i);
        }
        return sum;
    }
}
