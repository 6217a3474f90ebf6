package dev.firn.rigs.kernel;

import dev.firn.rigs.RigException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * A program that runs in a guest, which it does not outlive. Its output is in the shared directory as soon as it has
 * written it. Any thread.
 */
public final class GuestProcess {

    private final KernelGuest guest;
    private final String name;
    private final String files;

    private GuestProcess(KernelGuest guest, String name) {
        this.guest = guest;
        this.name = name;
        files = Shell.quoted("/run/process-" + name);
    }

    static GuestProcess start(KernelGuest guest, String name, List<String> command, Map<String, String> environment) {
        GuestProcess process = new GuestProcess(guest, name);
        String variables = environment.entrySet().stream()
                .map(variable -> variable.getKey() + "=" + Shell.quoted(variable.getValue()) + " ")
                .collect(Collectors.joining());
        String words = command.stream().map(Shell::quoted).collect(Collectors.joining(" "));
        guest.run("""
                mkdir %1$s
                (%2$s%3$s </dev/null >%4$s 2>%5$s & echo $! >%1$s/pid; wait $!; echo $? >%1$s/new; mv %1$s/new %1$s/status) >/dev/null 2>&1 &
                until [ -s %1$s/pid ]; do sleep 0.01; done
                """.formatted(
                        process.files, variables, words, quoted(process.outputFile()), quoted(process.errorFile())));
        return process;
    }

    /** What it is called. */
    public String name() {
        return name;
    }

    /** Its process id in the guest. */
    public long pid() {
        return Long.parseLong(guest.run("cat " + files + "/pid").strip());
    }

    /** Whether it has not ended yet. */
    public boolean isAlive() {
        return !guest.execute("[ -e " + files + "/status ]").isSuccess();
    }

    /** Asks it to end: SIGTERM. Does not wait. */
    public void terminate() {
        signal("TERM");
    }

    /** Ends it at once: SIGKILL. Does not wait. */
    public void kill() {
        signal("KILL");
    }

    /**
     * Waits for its end, as long as the bound at most.
     *
     * @return the exit code, 128 + n after signal n; empty if it still runs
     */
    public OptionalInt poll(Duration bound) {
        long deadlineNanos = System.nanoTime() + bound.toNanos();
        do {
            String status = guest.run(
                            "[ -e %1$s/status ] || sleep 0.05; cat %1$s/status 2>/dev/null || true".formatted(files))
                    .strip();
            if (!status.isEmpty()) {
                return OptionalInt.of(Integer.parseInt(status));
            }
        } while (System.nanoTime() < deadlineNanos);
        return OptionalInt.empty();
    }

    /**
     * Waits for its end.
     *
     * @return the exit code, 128 + n after signal n
     * @throws RigException if it still runs after the bound; the message ends with what it has said
     */
    public int waitFor(Duration bound) {
        return poll(bound)
                .orElseThrow(() ->
                        new RigException(name + " still runs after " + bound.toSeconds() + " s; it says:\n" + words()));
    }

    /** What it has written to its standard output so far. */
    public String output() {
        return read(outputFile());
    }

    /** What it has written to its standard error so far. */
    public String errors() {
        return read(errorFile());
    }

    /** Both, for messages. */
    public String words() {
        return output() + errors();
    }

    Path outputFile() {
        return guest.share().resolve(name + ".out");
    }

    private Path errorFile() {
        return guest.share().resolve(name + ".err");
    }

    private void signal(String signal) {
        guest.run("kill -" + signal + " $(cat " + files + "/pid) 2>/dev/null || [ -e " + files + "/status ]");
    }

    private static String quoted(Path file) {
        return Shell.quoted(file.toString());
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new RigException("cannot read " + file + ": " + e, e);
        }
    }
}
