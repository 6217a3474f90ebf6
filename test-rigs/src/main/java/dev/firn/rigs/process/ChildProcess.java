package dev.firn.rigs.process;

import dev.firn.rigs.RigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * A program that runs as a child of this JVM, with its output captured. It never outlives {@link #close()} nor this
 * JVM, short of a kill -9 of the latter. Any thread.
 */
public final class ChildProcess implements AutoCloseable {

    private static final Duration DYING = Duration.ofSeconds(30);
    private static final int TAIL = 20;

    private final String name;
    private final Process process;
    private final OutputLines standardOutput;
    private final OutputLines standardError;
    private final Runnable undoing = this::kill;

    private ChildProcess(String name, Process process) {
        this.name = name;
        this.process = process;
        standardOutput = new OutputLines(name + "-stdout", process.getInputStream());
        standardError = new OutputLines(name + "-stderr", process.getErrorStream());
        AtExit.register(undoing);
    }

    /**
     * Starts a program.
     *
     * @param name what to call it in messages
     * @param command path of the program, and its arguments
     * @param directory where it runs
     * @param environment variables added to this JVM's own
     * @throws RigException if it cannot be started
     */
    public static ChildProcess start(
            String name, List<String> command, Path directory, Map<String, String> environment) {
        return start(name, command, directory, environment, Path.of("/dev/null"));
    }

    /**
     * Starts a program that reads a file as its standard input.
     *
     * @param name what to call it in messages
     * @param command path of the program, and its arguments
     * @param directory where it runs
     * @param environment variables added to this JVM's own
     * @param input the file
     * @throws RigException if it cannot be started
     */
    public static ChildProcess start(
            String name, List<String> command, Path directory, Map<String, String> environment, Path input) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().putAll(environment);
        builder.redirectInput(ProcessBuilder.Redirect.from(input.toFile()));
        try {
            return new ChildProcess(name, builder.start());
        } catch (IOException e) {
            throw new RigException("cannot start " + name + " as " + String.join(" ", command) + ": " + e, e);
        }
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    /** Whether it has not ended yet. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Asks it to end: SIGTERM. Does not wait. */
    public void terminate() {
        process.destroy();
    }

    /** Ends it at once: SIGKILL. Does not wait. */
    public void kill() {
        process.destroyForcibly();
    }

    /**
     * Waits for its end, as long as the bound at most.
     *
     * @return the exit code, 128 + n after signal n; empty if it still runs
     */
    public OptionalInt poll(Duration bound) {
        try {
            return process.waitFor(bound.toNanos(), TimeUnit.NANOSECONDS)
                    ? OptionalInt.of(process.exitValue())
                    : OptionalInt.empty();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /**
     * Waits for its end and until all its output is read.
     *
     * @return the exit code, 128 + n after signal n
     * @throws RigException if it still runs after the bound; the message ends with its last lines
     */
    public int waitFor(Duration bound) {
        int code = poll(bound)
                .orElseThrow(() ->
                        new RigException(name + " still runs after " + bound.toSeconds() + " s; it says:\n" + tail()));
        try {
            standardOutput.awaitEnd(DYING);
            standardError.awaitEnd(DYING);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        return code;
    }

    /** What it has written to its standard output so far. */
    public List<String> standardOutput() {
        return standardOutput.soFar();
    }

    /** What it has written to its standard error so far. */
    public List<String> standardError() {
        return standardError.soFar();
    }

    /** The last lines of its standard error, for messages. */
    public String tail() {
        List<String> lines = standardError();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
    }

    /**
     * What it has used so far.
     *
     * @throws RigException if it has ended: the kernel's figures end with it
     */
    public ProcessUsage usage() {
        try {
            List<String> status = Files.readAllLines(Path.of("/proc", Long.toString(pid()), "status"));
            Duration cpu = process.info().totalCpuDuration().orElse(Duration.ZERO);
            return new ProcessUsage(cpu, bytes(status, "VmRSS:"), bytes(status, "VmHWM:"));
        } catch (IOException e) {
            throw ended(e);
        }
    }

    /** Kills it if it still runs, and waits for its end. */
    @Override
    public void close() {
        kill();
        waitFor(DYING);
        AtExit.forget(undoing);
    }

    private long bytes(List<String> status, String key) {
        return status.stream()
                .filter(line -> line.startsWith(key))
                .mapToLong(ChildProcess::kibibytes)
                .map(kibibytes -> kibibytes * 1024)
                .findFirst()
                .orElseThrow(() -> ended(new IOException("no " + key)));
    }

    private static long kibibytes(String line) {
        return Long.parseLong(line.replaceAll("\\D", ""));
    }

    private RigException ended(IOException e) {
        return new RigException("no figures of " + name + ", process " + pid() + " has ended", e);
    }

    private RigException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new RigException("interrupted while waiting for " + name, e);
    }
}
