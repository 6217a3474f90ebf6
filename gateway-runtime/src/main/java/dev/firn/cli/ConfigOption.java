package dev.firn.cli;

import dev.firn.config.ConfigReader;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option {@code --config} of every command that wants a configuration. */
final class ConfigOption {

    @Option(names = "--config", paramLabel = "FILE", description = "Default: /etc/firn/gateway.yaml")
    private Path file = ConfigReader.DEFAULT_FILE;

    Path file() {
        return file;
    }
}
