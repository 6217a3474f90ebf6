package dev.firn.power.linux;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;

/** What the kernel and systemd know of the time of day. Any thread. */
public final class KernelTime {

    private static final double MILLIS_PER_SECOND = 1000;

    private final Path root;
    private final Supplier<KernelSync> sync;

    /** That of this machine. */
    public KernelTime() {
        this(Path.of("/"), KernelTime::ask);
    }

    /**
     * That of a tree of files.
     *
     * @param root what is {@code /} on a real system
     * @param sync says what the kernel says
     */
    KernelTime(Path root, Supplier<KernelSync> sync) {
        this.root = root;
        this.sync = sync;
    }

    /** The kernel's id of the present boot: it tells a restart of the process from one of the board. */
    public Optional<UUID> bootId() {
        return text("proc/sys/kernel/random/boot_id").flatMap(KernelTime::uuid);
    }

    /** How long the board has been up, milliseconds; nothing where no kernel says so. */
    public OptionalLong uptimeMillis() {
        return text("proc/uptime").map(KernelTime::millis).orElse(OptionalLong.empty());
    }

    /** Whether systemd-timesyncd has set the clock since the board was started. */
    public boolean isSetByTimesyncd() {
        return Files.exists(root.resolve("run/systemd/timesync/synchronized"));
    }

    /** Whether the kernel's clock follows a source of time, whoever steers it. The first call takes some milliseconds. */
    public KernelSync sync() {
        return sync.get();
    }

    // Where there is no such function, its class cannot be initialised.
    private static KernelSync ask() {
        try {
            return Adjtimex.ask();
        } catch (LinkageError e) {
            return new KernelSync.Unknown("adjtimex: " + e);
        }
    }

    private Optional<String> text(String file) {
        return SysfsFile.read(root.resolve(file)) instanceof SysfsFile.Content(String text)
                ? Optional.of(text)
                : Optional.empty();
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The first of two numbers of seconds. */
    private static OptionalLong millis(String text) {
        try {
            return OptionalLong.of((long) (Double.parseDouble(text.split(" ", 2)[0]) * MILLIS_PER_SECOND));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
