package dev.firn.sensor.replay;

import java.nio.file.Path;

/**
 * A line of a recording that holds no row, reported and skipped.
 *
 * @param file the recording
 * @param line counted from 1
 * @param text what the line says, undecodable bytes replaced; only its beginning where it is longer than a line may be
 * @param reason why it is no row
 */
public record DamagedLine(Path file, int line, String text, String reason) {

    private static final int SHOWN_CHARACTERS = 80;

    /** One line for a log or a terminal: {@code WFJ2.smet:17: reason: «text»}, the text shortened and printable. */
    public String describe() {
        return file.getFileName() + ":" + line + ": " + reason + ": «" + shortened(text) + "»";
    }

    /** Text of a file as a message can quote it: a broken line can hold escape sequences, and be long. */
    static String shortened(String text) {
        String printable = text.replaceAll("[\\p{Cntrl}\\u0080-\\u009F]", "\uFFFD");
        return printable.length() <= SHOWN_CHARACTERS ? printable : printable.substring(0, SHOWN_CHARACTERS) + "…";
    }
}
