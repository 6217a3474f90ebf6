package dev.firn.sensor.replay;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The keys of a SMET header, and what is wrong with them. Keys that the standard does not name are the writer's own and
 * are passed over. As in MeteoIO's reader, what follows {@code #} or {@code ;} on a line is a comment, and an older
 * version than 1.1 is read by the rules of 1.1. Every method throws {@link RecordingException}.
 */
final class SmetKeys {

    private static final Set<String> STANDARD = Set.of(
            "station_id",
            "station_name",
            "latitude",
            "longitude",
            "altitude",
            "easting",
            "northing",
            "epsg",
            "nodata",
            "tz",
            "fields",
            "units_multiplier",
            "units_offset");
    private static final String LAYOUT = "a SMET file is a line SMET 1.1 ASCII, [HEADER], its keys, [DATA], its rows";

    private record Entry(int line, String value) {}

    private final BoundedLines lines;
    private final Map<String, Entry> entries = new HashMap<>();

    private SmetKeys(BoundedLines lines) {
        this.lines = lines;
    }

    /** Reads the file up to its {@code [DATA]} line. */
    static SmetKeys read(BoundedLines lines) {
        SmetKeys keys = new SmetKeys(lines);
        keys.readSignature();
        keys.readUpToHeader();
        keys.readEntries();
        return keys;
    }

    Optional<String> value(String key) {
        return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    String required(String key, String cure) {
        return value(key).orElseThrow(() -> missing(key, cure));
    }

    Optional<BigDecimal> number(String key, String cure) {
        return value(key).map(text -> DecimalText.parse(text).orElseThrow(() -> wrong(key, "is not a number", cure)));
    }

    /** One number for each of so many columns. */
    List<BigDecimal> numbers(String key, int columns, BigDecimal otherwise) {
        if (!has(key)) {
            return Collections.nCopies(columns, otherwise);
        }
        List<BigDecimal> numbers =
                words(key).map(word -> columnNumber(key, word)).toList();
        if (numbers.size() != columns) {
            throw wrong(
                    key,
                    numbers.size() + " numbers for " + columns + " columns",
                    "give one for every name in fields, the timestamp's included");
        }
        return numbers;
    }

    /** The words of a value. */
    Stream<String> words(String key) {
        return value(key).stream().flatMap(value -> Arrays.stream(value.split("[ \t]+", -1)));
    }

    /** The problem with the value of a key that is there. */
    RecordingException wrong(String key, String reason, String cure) {
        Entry entry = entries.getOrDefault(key, new Entry(lines.number(), ""));
        return RecordingException.key(file(), entry.line(), key, entry.value(), reason, cure);
    }

    /** The problem that a key is not there. */
    RecordingException missing(String key, String cure) {
        return here(key + " is missing from the header", cure);
    }

    private BigDecimal columnNumber(String key, String word) {
        return DecimalText.parse(word)
                .orElseThrow(() -> wrong(key, "\"" + word + "\" is not a number", "give a number for every column"));
    }

    private void readSignature() {
        if (!lines.advance()) {
            throw RecordingException.at(file(), 1, "the file is empty", LAYOUT);
        }
        String[] words = content().split("[ \t]+", -1);
        if (words.length != 3 || !words[0].equalsIgnoreCase("SMET")) {
            throw here("\"" + shown() + "\" is no SMET signature", "the first line must be SMET 1.1 ASCII");
        }
        if (!words[1].matches("1\\.\\d+")) {
            throw here("SMET version \"" + words[1] + "\" is not supported", "convert the file to SMET 1.1");
        }
        if (!words[2].equalsIgnoreCase("ASCII")) {
            throw here("SMET data of type \"" + words[2] + "\" is not supported", "convert the file to SMET 1.1 ASCII");
        }
    }

    private void readUpToHeader() {
        while (!content().startsWith("[")) {
            advance("[HEADER]");
        }
        if (!content().equalsIgnoreCase("[HEADER]")) {
            throw here("\"" + shown() + "\" where [HEADER] should be", LAYOUT);
        }
    }

    private void readEntries() {
        advance("[DATA]");
        while (!content().startsWith("[")) {
            readEntry(content());
            advance("[DATA]");
        }
        if (!content().equalsIgnoreCase("[DATA]")) {
            throw here("\"" + shown() + "\" where [DATA] should be", LAYOUT);
        }
    }

    private void readEntry(String content) {
        if (content.isEmpty()) {
            return;
        }
        int equals = content.indexOf('=');
        if (equals <= 0) {
            throw here("\"" + shown() + "\" is no header line", "write key = value, and comments after #");
        }
        String key = content.substring(0, equals).strip().toLowerCase(Locale.ROOT);
        if (STANDARD.contains(key)) {
            keep(key, content.substring(equals + 1).strip());
        }
    }

    private void keep(String key, String value) {
        Entry entry = new Entry(lines.number(), value);
        Entry before = entries.putIfAbsent(key, entry);
        if (before != null) {
            throw here(key + " is given twice, first on line " + before.line(), "keep the right one");
        }
        if (value.isEmpty()) {
            throw wrong(key, "has no value", "give it one, or leave the line out");
        }
        if (lines.isTooLong()) {
            throw wrong(key, "the line is longer than " + BoundedLines.LONGEST + " bytes", "shorten it");
        }
    }

    private void advance(String section) {
        if (!lines.advance()) {
            throw here("the file ends before " + section, LAYOUT);
        }
    }

    /** The line without its comment. */
    private String content() {
        String text = lines.text();
        return text.substring(0, SmetComment.start(text)).strip();
    }

    /** The line as a message can quote it. */
    private String shown() {
        return DamagedLine.shortened(lines.text());
    }

    private RecordingException here(String reason, String cure) {
        return RecordingException.at(file(), lines.number(), reason, cure);
    }

    private Path file() {
        return lines.file();
    }
}
