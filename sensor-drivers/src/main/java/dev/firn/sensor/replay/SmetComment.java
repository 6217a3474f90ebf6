package dev.firn.sensor.replay;

/** Comments of SMET files: from {@code #} or {@code ;} to the end of the line. */
final class SmetComment {

    private SmetComment() {}

    /** Where the comment starts; the length of the line if there is none. */
    static int start(String line) {
        int start = 0;
        while (start < line.length() && line.charAt(start) != '#' && line.charAt(start) != ';') {
            start++;
        }
        return start;
    }
}
