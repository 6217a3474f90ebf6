package dev.firn.senml;

/** What came from outside, short and harmless enough to stand in a message. */
final class Quote {

    private static final int LONGEST = 80;

    private Quote() {}

    /** The text without control characters, cut where it is long. */
    static String of(String text) {
        String start = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return start.replaceAll("\\p{Cntrl}", "?");
    }
}
