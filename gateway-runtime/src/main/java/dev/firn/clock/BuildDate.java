package dev.firn.clock;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When this Firn was built: no clock that shows an earlier time is right. */
public final class BuildDate {

    private static final Logger LOG = LoggerFactory.getLogger(BuildDate.class);

    /** Of a build without a date: the year of the first release. */
    private static final Instant OTHERWISE = Instant.parse("2026-01-01T00:00:00Z");

    private BuildDate() {}

    /** Milliseconds since 1970-01-01T00:00Z; the date that the build was given, and so the same in every build of one commit. */
    public static long millis() {
        try (InputStream resource = BuildDate.class.getResourceAsStream("build-date")) {
            return resource == null
                    ? OTHERWISE.toEpochMilli()
                    : parse(new String(resource.readAllBytes(), StandardCharsets.UTF_8))
                            .toEpochMilli();
        } catch (IOException e) {
            LOG.debug("no build date", e);
            return OTHERWISE.toEpochMilli();
        }
    }

    static Instant parse(String text) {
        try {
            return Instant.parse(text.strip());
        } catch (DateTimeException e) {
            return OTHERWISE; // run from a tree that no build has filled in
        }
    }
}
