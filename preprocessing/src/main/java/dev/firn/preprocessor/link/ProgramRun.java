package dev.firn.preprocessor.link;

import dev.firn.preprocessor.Preprocessor;
import dev.firn.preprocessor.Program;
import dev.firn.preprocessor.settings.SettingsException;
import dev.firn.preprocessor.settings.SettingsFile;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One run of a preprocessor program: arguments, settings, then lines over the socket that {@code FIRN_SOCKET} names, or
 * over the standard streams. A main method is {@code System.exit(ProgramRun.main(new SomeProgram(), arguments))}.
 *
 * @param <S> the program's settings
 */
public final class ProgramRun<S> {

    private final Program<S> program;
    private final Surroundings surroundings;
    private final Complaints complaints;

    private ProgramRun(Program<S> program, Surroundings surroundings) {
        this.program = program;
        this.surroundings = surroundings;
        complaints = new Complaints(program.name(), surroundings.complaints());
    }

    /** Runs the program in this process; gives its exit code. */
    public static int main(Program<?> program, String... arguments) {
        return run(program, Surroundings.ofProcess(), arguments);
    }

    /**
     * Runs the program.
     *
     * @return its exit code: 0 when it was drained or its input ended, 64 usage, 69 the socket or the reader of its
     *     output is not there, 70 a fault of its own, 78 settings
     */
    public static int run(Program<?> program, Surroundings surroundings, String... arguments) {
        return new ProgramRun<>(program, surroundings).run(List.of(arguments));
    }

    private int run(List<String> arguments) {
        try {
            return run(ProgramArguments.parse(arguments));
        } catch (IllegalArgumentException e) {
            complaints.say(e.getMessage() + "\n" + usage());
            return ExitCode.USAGE;
        }
    }

    private int run(ProgramArguments arguments) {
        if (arguments.help() || arguments.version()) {
            return answer(arguments.help() ? usage() : program.name() + " " + program.version());
        }
        try {
            return start(settings(arguments.config()));
        } catch (SettingsException e) {
            surroundings.complaints().println(e.getMessage());
            return ExitCode.CONFIGURATION;
        }
    }

    private int answer(String text) {
        new PrintStream(surroundings.out(), true, StandardCharsets.UTF_8).println(text);
        return ExitCode.FINE;
    }

    private int start(S settings) {
        try {
            talk(program.start(settings));
            return ExitCode.FINE;
        } catch (IOException | UncheckedIOException e) {
            complaints.say(String.valueOf(e.getMessage()));
            return ExitCode.UNAVAILABLE;
        } catch (RuntimeException e) {
            complaints.say("a fault of the program itself:");
            e.printStackTrace(surroundings.complaints());
            return ExitCode.INTERNAL;
        }
    }

    private void talk(Preprocessor preprocessor) throws IOException {
        if (surroundings.socket().isEmpty()) {
            new LineLink(program, preprocessor, surroundings.in(), surroundings.out(), complaints).run();
            return;
        }
        try (SocketChannel channel = connect(surroundings.socket().get())) {
            new LineLink(
                            program,
                            preprocessor,
                            Channels.newInputStream(channel),
                            Channels.newOutputStream(channel),
                            complaints)
                    .run();
        }
    }

    private static SocketChannel connect(String socket) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
            return channel;
        } catch (IOException | IllegalArgumentException e) {
            channel.close();
            throw new IOException(
                    Surroundings.SOCKET_VARIABLE + " \"" + socket + "\": " + e.getMessage()
                            + "; is the gateway running, and is the socket's folder mounted?",
                    e);
        }
    }

    private S settings(Optional<String> config) {
        return config.isPresent()
                ? SettingsFile.read(config.get(), text(config.get()), program::settings)
                : SettingsFile.read("settings (no --config was given)", "{}", program::settings);
    }

    private String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (MalformedInputException e) {
            throw SettingsFile.unreadable(file, "it is not in UTF-8");
        } catch (IOException | InvalidPathException e) {
            throw SettingsFile.unreadable(file, "it cannot be read: " + e);
        }
    }

    private String usage() {
        return "usage: " + program.name() + " [--config FILE] [--help] [--version]\n"
                + program.purpose() + "\n"
                + "Lines of SenML JSON in and out, over standard input and output, or over the Unix socket that "
                + Surroundings.SOCKET_VARIABLE + " names.";
    }
}
