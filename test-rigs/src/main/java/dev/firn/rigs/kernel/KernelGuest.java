package dev.firn.rigs.kernel;

import dev.firn.rigs.RigException;
import dev.firn.rigs.process.AtExit;
import dev.firn.rigs.process.ChildProcess;
import dev.firn.rigs.process.ScratchDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A Linux guest with simulated devices, one processor and 2 GB of memory. It sees the host's files as they are and what
 * it writes is gone with it, but for the {@link #share()} directory, which both read and write. What runs in it has a
 * loopback interface of its own. The guest never outlives {@link #close()}, and ends when it does not answer in time. Any
 * thread.
 */
public final class KernelGuest implements Shell, AutoCloseable {

    /** System property that names {@code test-rigs/kernel}. */
    public static final String KERNEL_PROPERTY = "firn.kernel";

    /** How long a script may take unless another bound is given. */
    public static final Duration BOUND = Duration.ofMinutes(2);

    private static final Duration BUILDING = Duration.ofHours(1);
    private static final Duration BOOTING = Duration.ofMinutes(2);
    private static final Duration DYING = Duration.ofSeconds(30);
    private static final int TAIL = 2000;

    private final ScratchDirectory share = ScratchDirectory.create("firn-guest");
    private final Path log = share.resolve("guest.log");
    private final AtomicInteger scripts = new AtomicInteger();
    private final Process process;
    private final Console console;
    private final Runnable undoing = this::kill;

    private KernelGuest(Path kernel, GuestHardware hardware) {
        process = start(kernel, hardware);
        AtExit.register(undoing);
        console = new Console(process.getInputStream(), process.getOutputStream(), this::lastWords);
    }

    /**
     * Boots a guest; where its kernel is not built yet, builds it, which takes minutes.
     *
     * @throws RigException if it does not come up
     */
    public static KernelGuest boot() {
        return boot(GuestHardware.PLAIN);
    }

    /**
     * Boots a guest with more than others have; where its kernel is not built yet, builds it, which takes minutes.
     *
     * @throws RigException if it does not come up
     */
    public static KernelGuest boot(GuestHardware hardware) {
        Path kernel = kernelDirectory();
        build(kernel);
        KernelGuest guest = new KernelGuest(kernel, hardware);
        try {
            guest.console.awaitUp(BOOTING);
            return guest;
        } catch (RigException e) {
            guest.close();
            throw e;
        }
    }

    static Path kernelDirectory() {
        return Optional.ofNullable(System.getProperty(KERNEL_PROPERTY))
                .map(Path::of)
                .orElseThrow(() -> new RigException(
                        "system property " + KERNEL_PROPERTY + " is not set; it names test-rigs/kernel"));
    }

    /** The directory that the guest and the host share, under the same path in both. What the guest writes is here at once. */
    public Path share() {
        return share.path();
    }

    /** The devices, driven from the host. */
    public Devices devices() {
        return new Devices(this);
    }

    @Override
    public Outcome execute(String script) {
        return execute(script, BOUND);
    }

    /**
     * Runs a script that may take longer, or shorter, than others.
     *
     * @throws RigException if it has not ended within the bound, or the guest has; the guest is gone then
     */
    public Outcome execute(String script, Duration bound) {
        Path file = write(".script-" + scripts.incrementAndGet(), script + "\n");
        try {
            return console.run(". " + Shell.quoted(file.toString()), bound);
        } catch (RigException e) {
            kill();
            throw new RigException("running in the guest: " + script + "\n" + e.getMessage(), e);
        }
    }

    /**
     * Starts a program in the guest, and does not wait for its end.
     *
     * @param name what to call it; its output goes to {@code name.out} and {@code name.err} in the shared directory
     * @param command path of the program, and its arguments
     * @param environment variables added to the guest's own
     * @throws RigException if a program of that name has been started before
     */
    public GuestProcess start(String name, List<String> command, Map<String, String> environment) {
        return GuestProcess.start(this, name, command, environment);
    }

    /** Writes a file in the shared directory. What is in the guest may read it, but not while it is being rewritten. */
    public Path write(String name, String text) {
        try {
            return Files.writeString(share.resolve(name), text);
        } catch (IOException e) {
            throw new RigException("cannot write " + share.resolve(name) + ": " + e, e);
        }
    }

    /**
     * Waits while it goes on.
     *
     * @throws RigException if it has ended
     */
    public void pause(Duration pause) {
        try {
            if (process.waitFor(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new RigException("the guest has ended; " + lastWords());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RigException("interrupted while waiting for the guest", e);
        }
    }

    /** Whether it has not ended yet. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it as a power cut would, and waits until nothing of it runs any more. What it has written is still there. */
    public void cutPower() {
        kill();
    }

    /** Ends it as a power cut would, and leaves nothing behind. */
    @Override
    public void close() {
        kill();
        AtExit.forget(undoing);
        share.close();
    }

    private static void build(Path kernel) {
        try (ChildProcess build = ChildProcess.start(
                "build.sh", List.of(kernel.resolve("build.sh").toString()), kernel, Map.of())) {
            if (build.waitFor(BUILDING) != 0) {
                throw new RigException("the guest's kernel cannot be built:\n" + build.tail());
            }
        }
    }

    private Process start(Path kernel, GuestHardware hardware) {
        List<String> command = new ArrayList<>(List.of(
                kernel.resolve("boot.sh").toString(),
                "console",
                "-d",
                share.path().toString()));
        hardware.disk().ifPresent(disk -> command.addAll(List.of("-b", disk.toString())));
        hardware.linePort().ifPresent(port -> command.addAll(List.of("-t", Integer.toString(port))));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
        // Programs in the guest shall run on the same JDK as the rigs.
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            return builder.start();
        } catch (IOException e) {
            share.close();
            throw new RigException("cannot start " + String.join(" ", command) + ": " + e, e);
        }
    }

    /** Kills what boot.sh became, with which all of the guest's processes go, and waits until they are gone. */
    private void kill() {
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        process.destroyForcibly();
        CompletableFuture<?>[] ends = all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends).get(DYING.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new RigException("processes of the guest do not end: " + all, e);
        }
    }

    private String lastWords() {
        try {
            String text = Files.exists(log) ? Files.readString(log) : "";
            return "it says:\n" + text.substring(Math.max(0, text.length() - TAIL));
        } catch (IOException e) {
            return "its log cannot be read: " + e;
        }
    }
}
