package dev.firn.sensor.replay;

import dev.firn.sensor.SensorException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A recording cannot be replayed at all: its file cannot be read, or its header does not say what the columns mean.
 * The message names file and line, key and value where there is one, the reason and the cure.
 */
public final class RecordingException extends SensorException {

    private RecordingException(String message) {
        super(message);
    }

    private RecordingException(String message, IOException cause) {
        super(message, cause);
    }

    /** A line of the header that is not what it should be. */
    static RecordingException at(Path file, int line, String reason, String cure) {
        return new RecordingException(file + ":" + line + ": " + reason + "; " + cure);
    }

    /** A header key with a value that will not do. */
    static RecordingException key(Path file, int line, String key, String value, String reason, String cure) {
        return at(file, line, key + " = \"" + value + "\": " + reason, cure);
    }

    /** The file is not there, may not be read, or the disk fails. */
    static RecordingException unreadable(Path file, IOException cause) {
        String reason = switch (cause) {
            case NoSuchFileException _ -> "there is no such file; correct the path, or copy the file there";
            case AccessDeniedException _ -> "no permission to read it; let the gateway's user read it";
            default -> "cannot be read (" + cause.getMessage() + "); check the file and the disk it is on";
        };
        return new RecordingException(file + ": " + reason, cause);
    }
}
