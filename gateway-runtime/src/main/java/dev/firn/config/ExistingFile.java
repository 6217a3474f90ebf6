package dev.firn.config;

import java.nio.file.Files;
import java.nio.file.Path;

/** A file that has to be there before anything starts. */
final class ExistingFile {

    private ExistingFile() {}

    static Path check(Path path) throws BadValueException {
        if (!Files.exists(path)) {
            throw new BadValueException("there is no file " + path, "correct the path, or put the file there");
        }
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new BadValueException(path + " is no file that can be read", "name a file and let this user read it");
        }
        return path;
    }
}
