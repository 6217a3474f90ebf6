package dev.firn.rigs.broker;

import dev.firn.rigs.RigException;
import dev.firn.rigs.process.ChildProcess;
import dev.firn.rigs.process.LoopbackPort;
import dev.firn.rigs.process.ScratchDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Real Mosquitto as a child process with a directory and a port of its own. It keeps sessions and queued messages in a
 * file, so that {@link #stop()} and {@link #start()} lose nothing; {@link #kill()} loses what came since the file was
 * last written. One thread.
 */
public final class MosquittoBroker implements Broker {

    private static final Duration STARTING = Duration.ofSeconds(30);
    private static final Duration STOPPING = Duration.ofSeconds(30);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(20);

    private final Path program;
    private final ScratchDirectory directory;
    private final int port;
    private final int tlsPort;
    private Optional<ChildProcess> process = Optional.empty();

    private MosquittoBroker(Path program, String access) {
        this(program, access, 0);
    }

    private MosquittoBroker(Path program, String access, int tlsPort) {
        this.program = program;
        this.tlsPort = tlsPort;
        directory = ScratchDirectory.create("firn-mosquitto");
        port = LoopbackPort.free();
        write("mosquitto.conf", configuration(access));
    }

    /**
     * One that lets anybody in and does not run yet; its port is already settled.
     *
     * @throws RigException if Mosquitto is not installed
     */
    public static MosquittoBroker stopped() {
        return new MosquittoBroker(find("mosquitto"), "allow_anonymous true");
    }

    /**
     * One that lets anybody in, running.
     *
     * @throws RigException if Mosquitto is not installed or does not start
     */
    public static MosquittoBroker started() {
        return startedOrClosed(stopped());
    }

    /**
     * One that also listens for TLS on a second port, running.
     *
     * @param authority who may vouch for clients; those that nobody vouches for are not let in
     * @param certificate its own
     * @param key to its own
     * @throws RigException if Mosquitto is not installed or does not start
     */
    public static MosquittoBroker startedWithTls(Path authority, Path certificate, Path key) {
        int tlsPort = LoopbackPort.free();
        MosquittoBroker broker =
                new MosquittoBroker(find("mosquitto"), """
                allow_anonymous true
                listener %d 127.0.0.1
                cafile %s
                certfile %s
                keyfile %s
                require_certificate true
                """.formatted(tlsPort, authority, certificate, key), tlsPort);
        return startedOrClosed(broker);
    }

    /**
     * One that lets in a single user with a password, running.
     *
     * @throws RigException if Mosquitto is not installed or does not start
     */
    public static MosquittoBroker startedFor(String user, String password) {
        MosquittoBroker broker =
                new MosquittoBroker(find("mosquitto"), "allow_anonymous false\npassword_file passwords");
        broker.write("passwords", "");
        broker.encrypt(user, password);
        return startedOrClosed(broker);
    }

    @Override
    public int port() {
        return port;
    }

    /** Where it is reached over TLS. */
    public String tlsUrl() {
        return "ssl://127.0.0.1:" + tlsPort;
    }

    /** Whether the process runs. */
    public boolean isRunning() {
        return process.isPresent();
    }

    /**
     * Starts the process and waits until it accepts connections.
     *
     * @throws RigException if it does not
     */
    public void start() {
        if (isRunning()) {
            throw new RigException("the broker on port " + port + " runs already");
        }
        ChildProcess started = ChildProcess.start(
                "mosquitto", List.of(program.toString(), "-c", "mosquitto.conf"), directory.path(), Map.of());
        process = Optional.of(started);
        awaitPort(started);
    }

    /**
     * Ends the process in order (SIGTERM): it writes down its sessions and queued messages.
     *
     * @throws RigException if it does not end
     */
    public void stop() {
        process.ifPresent(running -> {
            running.terminate();
            running.waitFor(STOPPING);
        });
        discard();
    }

    /** Stops it and starts it again on the same port, with the sessions it had. */
    public void restart() {
        stop();
        start();
    }

    /** Ends the process at once (SIGKILL), as a power cut would. */
    public void kill() {
        discard();
    }

    @Override
    public void close() {
        discard();
        directory.close();
    }

    private static MosquittoBroker startedOrClosed(MosquittoBroker broker) {
        try {
            broker.start();
            return broker;
        } catch (RigException e) {
            broker.close();
            throw e;
        }
    }

    private void discard() {
        process.ifPresent(ChildProcess::close);
        process = Optional.empty();
    }

    private void awaitPort(ChildProcess started) {
        long deadlineNanos = System.nanoTime() + STARTING.toNanos();
        while (!LoopbackPort.accepts(port)) {
            OptionalInt exit = started.poll(BETWEEN_ATTEMPTS);
            if (exit.isPresent() || System.nanoTime() > deadlineNanos) {
                throw new RigException("mosquitto does not accept connections on port " + port + "; it says:\n"
                        + String.join("\n", started.standardError()));
            }
        }
    }

    private void encrypt(String user, String password) {
        List<String> command = List.of(find("mosquitto_passwd").toString(), "-b", "passwords", user, password);
        try (ChildProcess passwords = ChildProcess.start("mosquitto_passwd", command, directory.path(), Map.of())) {
            if (passwords.waitFor(STARTING) != 0) {
                throw new RigException("mosquitto_passwd failed:\n" + passwords.tail());
            }
        }
    }

    private String configuration(String access) {
        // Started by root, Mosquitto would turn into another user, who may not write here.
        return """
                listener %d 127.0.0.1
                %s
                user %s
                persistence true
                persistence_location %s/
                persistence_file mosquitto.db
                max_queued_messages 0
                log_dest stderr
                log_type error
                log_type warning
                """.formatted(port, access, System.getProperty("user.name"), directory.path());
    }

    private void write(String name, String text) {
        try {
            Files.writeString(directory.resolve(name), text);
        } catch (IOException e) {
            throw new RigException("cannot write " + directory.resolve(name) + ": " + e, e);
        }
    }

    private static Path find(String name) {
        return places().map(place -> place.resolve(name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new RigException(name + " is not installed; install it with: apt-get install mosquitto"));
    }

    private static Stream<Path> places() {
        // Debian puts the broker where only root's search path looks.
        String path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/usr/local/sbin";
        return Stream.of(path.split(":")).filter(place -> !place.isEmpty()).map(Path::of);
    }
}
