package dev.firn.sensor.maxbotix;

import dev.firn.sensor.serial.FrameDecoder;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Frames of a MaxBotix sensor: {@code R}, four digits for millimetres, carriage return. What it says when it starts, and
 * the rest of a frame whose beginning was missed, is no frame. Source: MaxBotix data sheet HRXL-MaxSonar-WR (PD11837),
 * "Pin 5, serial output".
 */
final class MaxbotixFrames implements FrameDecoder<Integer> {

    private static final Pattern FRAME = Pattern.compile("R\\d{4}");

    /** Longer than a frame: what does not fit makes the line none. */
    private static final int LONGEST_LINE = 16;

    private final StringBuilder line = new StringBuilder();

    @Override
    public Optional<Integer> accept(byte next) {
        if (next == '\r' || next == '\n') {
            String text = line.toString();
            line.setLength(0);
            return FRAME.matcher(text).matches() ? Optional.of(Integer.valueOf(text.substring(1))) : Optional.empty();
        }
        if (line.length() < LONGEST_LINE) {
            line.append((char) Byte.toUnsignedInt(next));
        }
        return Optional.empty();
    }
}
