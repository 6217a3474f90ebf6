package dev.firn.rigs.kernel;

import dev.firn.rigs.RigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A shell for tests that run in the guest themselves, and ends with them; see {@link Devices#here()}. Any thread. */
final class LocalShell implements Shell {

    private static final Duration BOUND = Duration.ofMinutes(2);

    private final Console console;

    private LocalShell(Process process) {
        console = new Console(process.getInputStream(), process.getOutputStream(), () -> "it is a process of this JVM");
        console.awaitUp(BOUND);
    }

    static LocalShell start() {
        Path lines = KernelGuest.kernelDirectory().resolve("guest/lines.sh");
        try {
            return new LocalShell(new ProcessBuilder("/bin/sh", lines.toString()).start());
        } catch (IOException e) {
            throw new RigException("cannot start a shell with " + lines + ": " + e, e);
        }
    }

    @Override
    public Outcome execute(String script) {
        try {
            Path file = Files.writeString(Files.createTempFile("script", ".sh"), script + "\n");
            return console.run(". " + Shell.quoted(file.toString()), BOUND);
        } catch (IOException e) {
            throw new RigException("cannot write a script: " + e, e);
        }
    }
}
