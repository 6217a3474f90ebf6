package dev.firn.rigs.demo.talk;

import dev.firn.rigs.RigException;
import dev.firn.rigs.demo.part.Check;
import dev.firn.rigs.gateway.Distribution;
import dev.firn.rigs.process.ChildProcess;
import dev.firn.rigs.process.ScratchDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * What was said to a preprocessor of the distribution and what it answered, from its start to its end.
 *
 * @param feed what was said
 * @param lines what it answered, line by line
 * @param complaints what it wrote to standard error
 * @param exitCode how it ended
 * @param took how long it ran
 */
public record Talk(Feed feed, List<String> lines, List<String> complaints, int exitCode, Duration took) {

    private static final Duration BOUND = Duration.ofMinutes(2);
    private static final int DIGEST_CHARACTERS = 12;
    private static final String HELLO = "firn/hello";
    private static final String PONG = "firn/pong";
    // The feed is the program's standard input; the shell is replaced by it.
    private static final String COMMAND = "exec \"$0\" --config \"$1\" < \"$2\"";

    /** Copies the lists. */
    public Talk {
        lines = List.copyOf(lines);
        complaints = List.copyOf(complaints);
    }

    /**
     * Starts a program of the distribution as a child process, feeds it and waits for its end.
     *
     * @param program its name in {@code bin}
     * @param settings the text of its settings
     * @throws RigException if it cannot be run, or does not end
     */
    public static Talk with(Distribution distribution, String program, String settings, Feed feed) {
        try (ScratchDirectory directory = ScratchDirectory.create("firn-" + program)) {
            Path settingsFile = write(directory.resolve("settings.json"), settings);
            Path feedFile = write(directory.resolve("feed.senml"), feed.text());
            Path launcher = distribution.home().resolve("bin").resolve(program).toAbsolutePath();
            List<String> command = List.of(
                    "/bin/sh", "-c", COMMAND, launcher.toString(), settingsFile.toString(), feedFile.toString());
            long startNanos = System.nanoTime();
            // The launcher shall run the program on the same JDK as the rigs.
            Map<String, String> environment = Map.of("JAVA_HOME", System.getProperty("java.home"));
            try (ChildProcess process = ChildProcess.start(program, command, directory.path(), environment)) {
                int exitCode = process.waitFor(BOUND);
                Duration took = Duration.ofNanos(System.nanoTime() - startNanos);
                return new Talk(feed, process.standardOutput(), process.standardError(), exitCode, took);
            }
        }
    }

    /**
     * What it answered.
     *
     * @throws RigException if a line is no answer
     */
    public List<Answer> answers() {
        return lines.stream().map(Answer::parse).toList();
    }

    /** A short digest of every byte that it answered: the same for the same answers. */
    public String digest() {
        byte[] text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
            return HexFormat.of().formatHex(digest).substring(0, DIGEST_CHARACTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whether it kept to the contract of preprocessors. */
    public Check contract() {
        List<Answer> answers = answers();
        boolean isGreeted = !answers.isEmpty() && answers.getFirst().name().equals(HELLO);
        List<String> pongs = answers.stream()
                .filter(answer -> answer.name().equals(PONG))
                .map(Answer::text)
                .toList();
        return new Check(
                isGreeted && pongs.equals(feed.pings()) && exitCode == 0 && complaints.isEmpty(),
                "firn/hello %s, %d pings, %d pongs%s, exit code %d after firn/drain, %s"
                        .formatted(
                                isGreeted ? "first" : "not first",
                                feed.pings().size(),
                                pongs.size(),
                                pongs.equals(feed.pings()) ? " in their order" : "",
                                exitCode,
                                complaint()));
    }

    private String complaint() {
        return complaints.isEmpty() ? "no complaint" : "saying: " + complaints.getFirst();
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new RigException("cannot write " + file + ": " + e, e);
        }
    }
}
