package dev.firn.sensor.replay;

/** The columns of one line of SMET data, parted by spaces and tabs. Filled again for every line, of one thread. */
final class SmetColumns {

    private final int[] starts;
    private final int[] ends;
    private String line = "";

    SmetColumns(int expected) {
        starts = new int[expected];
        ends = new int[expected];
    }

    /** Finds the columns of the line; returns how many there are, be they more than expected. */
    int split(String newLine) {
        line = newLine;
        int end = SmetComment.start(newLine);
        int count = 0;
        int at = afterBlanks(0, end);
        while (at < end) {
            int start = at;
            at = afterColumn(at, end);
            if (count < starts.length) {
                starts[count] = start;
                ends[count] = at;
            }
            count++;
            at = afterBlanks(at, end);
        }
        return count;
    }

    String get(int column) {
        return line.substring(starts[column], ends[column]);
    }

    private int afterBlanks(int from, int end) {
        int at = from;
        while (at < end && isBlank(line.charAt(at))) {
            at++;
        }
        return at;
    }

    private int afterColumn(int from, int end) {
        int at = from;
        while (at < end && !isBlank(line.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Not the other control characters: a line of zeros is damaged, not blank. */
    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\u000B';
    }
}
