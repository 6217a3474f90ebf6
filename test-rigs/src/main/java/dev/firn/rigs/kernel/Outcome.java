package dev.firn.rigs.kernel;

/**
 * What came of a shell script.
 *
 * @param status its exit status, 128 + n after signal n
 * @param output what it printed to either output
 */
public record Outcome(int status, String output) {

    /** Whether the exit status is 0. */
    public boolean isSuccess() {
        return status == 0;
    }
}
