package dev.firn.storage;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** Files with a number in their names, 16 hexadecimal digits, so that names sort as the numbers do. */
public final class NumberedFiles {

    private static final int DIGITS = 16;

    private final String prefix;
    private final String suffix;
    private final Pattern name;

    /** Those whose names begin and end so. */
    public NumberedFiles(String prefix, String suffix) {
        this.prefix = prefix;
        this.suffix = suffix;
        name = Pattern.compile(Pattern.quote(prefix) + "[0-9a-f]{" + DIGITS + "}" + Pattern.quote(suffix));
    }

    /** The file of this number. */
    public Path file(Path folder, long number) {
        return folder.resolve(prefix + "%016x".formatted(number) + suffix);
    }

    /** Whether it is one of them. */
    public boolean isOne(Path file) {
        return name.matcher(file.getFileName().toString()).matches();
    }

    /** The number of one of them. */
    public long number(Path file) {
        String text = file.getFileName().toString();
        return Long.parseUnsignedLong(text, prefix.length(), prefix.length() + DIGITS, 16);
    }
}
