package dev.firn.rigs.recordings;

import dev.firn.rigs.RigException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** A recorded file that the project brings along; where each is from is said in {@code src/main/data/README.md}. */
public enum Recording {
    /** The snow station on the Weissfluhjoch, 2540 m: October to December 2014, every 30 min, no gaps. */
    WFJ2("WFJ2.smet"),
    /** The wind and radiation station there, same time, many gaps. */
    WFJ_WIND_RADIATION("WFJ_wind_radiation.smet"),
    /** People in through a door in Los Angeles time: July to November 2005, every 30 min. */
    CALIT2_INFLOW("calit2-inflow.csv"),
    /** People out through it. */
    CALIT2_OUTFLOW("calit2-outflow.csv");

    private final String fileName;

    Recording(String fileName) {
        this.fileName = fileName;
    }

    /** Its name. */
    public String fileName() {
        return fileName;
    }

    /**
     * Puts a copy into a directory.
     *
     * @return the copy
     * @throws RigException if that fails
     */
    public Path copyTo(Path directory) {
        Path copy = directory.resolve(fileName);
        try (InputStream content = open()) {
            Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
            return copy;
        } catch (IOException e) {
            throw new RigException("cannot copy " + fileName + " to " + directory + ": " + e, e);
        }
    }

    private InputStream open() {
        return Optional.ofNullable(Recording.class.getResourceAsStream(fileName))
                .orElseThrow(() -> new RigException(fileName + " is missing in the rigs' archive; build it anew"));
    }
}
