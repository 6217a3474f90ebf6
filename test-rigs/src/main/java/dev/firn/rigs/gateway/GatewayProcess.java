package dev.firn.rigs.gateway;

import dev.firn.rigs.process.ChildProcess;
import dev.firn.rigs.process.ProcessUsage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The built gateway as a child process. The launcher replaces itself by the JVM, so signals and figures are the
 * gateway's own. It never outlives {@link #close()}. Any thread.
 */
public final class GatewayProcess implements AutoCloseable {

    private final ChildProcess process;

    private GatewayProcess(ChildProcess process) {
        this.process = process;
    }

    static GatewayProcess start(List<String> command, Path directory) {
        // The launcher shall run the gateway on the same JDK as the rigs.
        Map<String, String> environment = Map.of("JAVA_HOME", System.getProperty("java.home"));
        return new GatewayProcess(ChildProcess.start("firn", command, directory, environment));
    }

    /** The JVM's process id. */
    public long pid() {
        return process.pid();
    }

    /** Whether it has not ended yet. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Asks it to end in order: SIGTERM. */
    public void terminate() {
        process.terminate();
    }

    /** Ends it as a power cut would, by SIGKILL, and waits until it is gone. */
    public void kill() {
        process.kill();
        process.waitFor(Duration.ofSeconds(30));
    }

    /** Its exit code, if it ends within the bound. */
    public OptionalInt poll(Duration bound) {
        return process.poll(bound);
    }

    /**
     * Waits for its end.
     *
     * @return the exit code, 128 + n after signal n
     * @throws dev.firn.rigs.RigException if it still runs after the bound
     */
    public int waitFor(Duration bound) {
        return process.waitFor(bound);
    }

    /** What it has printed so far. */
    public List<String> output() {
        return process.standardOutput();
    }

    /** What it has logged so far. */
    public List<String> log() {
        return process.standardError();
    }

    /** What it has printed and logged so far, as one text. */
    public String words() {
        return String.join("\n", output()) + "\n" + String.join("\n", log());
    }

    /**
     * What it has used so far.
     *
     * @throws dev.firn.rigs.RigException if it has ended
     */
    public ProcessUsage usage() {
        return process.usage();
    }

    @Override
    public void close() {
        process.close();
    }
}
