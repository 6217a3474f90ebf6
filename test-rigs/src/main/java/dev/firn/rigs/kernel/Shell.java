package dev.firn.rigs.kernel;

import dev.firn.rigs.RigException;

/** Runs shell scripts where the simulated devices are. What is run at the same time runs one after the other. */
public interface Shell {

    /**
     * Runs a script of one or more lines in a shell of its own and waits for its end.
     *
     * @throws RigException if it does not end, or there is no shell any more
     */
    Outcome execute(String script);

    /**
     * Runs a script that must succeed.
     *
     * @return what it printed
     * @throws RigException if its exit status is not 0; the message ends with what it printed
     */
    default String run(String script) {
        Outcome outcome = execute(script);
        if (!outcome.isSuccess()) {
            throw new RigException(
                    "in the guest, exit status " + outcome.status() + " of: " + script + "\n" + outcome.output());
        }
        return outcome.output();
    }

    /** A word that a shell takes as it is. */
    static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
