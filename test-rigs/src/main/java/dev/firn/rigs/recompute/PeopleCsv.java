package dev.firn.rigs.recompute;

import dev.firn.rigs.RigException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads people counters' files: a local time in quotes and a number, without a header. */
public final class PeopleCsv {

    private static final Pattern ROW = Pattern.compile("\"(\\d\\d/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d)\",(\\d+)\\s*");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM/dd/yy HH:mm:ss", Locale.ROOT);

    private PeopleCsv() {}

    /**
     * Reads part of a file.
     *
     * @throws RigException if it cannot be read
     */
    public static Recorded read(Path file, ZoneId zone, Slice slice) {
        List<Sample> samples = new ArrayList<>();
        List<Integer> damaged = new ArrayList<>();
        long rowBytes = 0;
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            Matcher row = ROW.matcher(lines.get(i));
            if (!row.matches()) {
                damaged.add(i + 1);
                continue;
            }
            Optional<Long> time = slice.place(time(row.group(1), zone));
            if (time.isPresent()) {
                samples.add(new Sample(time.get(), Optional.of(new BigDecimal(row.group(2)))));
                rowBytes += lines.get(i).length() + 1L;
            }
        }
        return new Recorded(List.of(new Series("people-count", "count", Kind.AMOUNT, samples)), rowBytes, damaged);
    }

    private static long time(String local, ZoneId zone) {
        return LocalDateTime.parse(local, TIME).atZone(zone).toInstant().toEpochMilli();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new RigException("cannot read " + file + ": " + e, e);
        }
    }
}
