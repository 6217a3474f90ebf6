package dev.firn.cli;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Turns SIGTERM and SIGINT into an orderly end with an exit code of our own: the JVM would answer 143 or 130.
 */
final class TerminationSignal {

    /** Below systemd's default of 90 s before it kills. */
    private static final long PATIENCE_SECONDS = 30;

    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
    private final Runnable requestStop;

    private TerminationSignal(Runnable requestStop) {
        this.requestStop = requestStop;
    }

    /** From now on a signal asks for a stop, and the process ends when {@link #ended} has been called. */
    static TerminationSignal onSignal(Runnable requestStop) {
        TerminationSignal signal = new TerminationSignal(requestStop);
        Runtime.getRuntime().addShutdownHook(new Thread(signal::stop, "termination"));
        return signal;
    }

    /** The work has ended, by itself or because it was asked to. */
    void ended(int code) {
        exitCode.complete(code);
    }

    /** Runs whenever the JVM goes down, after a normal end as well: then there is nothing to wait for. */
    private void stop() {
        int code = exitCode.getNow(-1);
        if (code >= 0) {
            return;
        }
        requestStop.run();
        Runtime.getRuntime().halt(awaitEnd());
    }

    private int awaitEnd() {
        try {
            return exitCode.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERNAL;
        } catch (ExecutionException | TimeoutException e) {
            System.err.println("firn: did not stop within " + PATIENCE_SECONDS + " s");
            return ExitCode.INTERNAL;
        }
    }
}
