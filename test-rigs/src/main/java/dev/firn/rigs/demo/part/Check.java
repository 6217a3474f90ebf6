package dev.firn.rigs.demo.part;

/**
 * Something that must be so.
 *
 * @param passed whether it is
 * @param words what it is, with its figures
 */
public record Check(boolean passed, String words) {

    /** As it is printed. */
    public String line() {
        return "  " + (passed ? "ok      " : "FAILED  ") + words;
    }
}
