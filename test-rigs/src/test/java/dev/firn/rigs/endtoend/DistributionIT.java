package dev.firn.rigs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.rigs.gateway.Distribution;
import dev.firn.rigs.gateway.GatewayProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the build leaves in the distribution. */
class DistributionIT {

    private final Distribution distribution = Distribution.fromSystemProperty();

    @Test
    void saysItsVersion() {
        try (GatewayProcess firn = distribution.firn("--version")) {
            assertThat(firn.waitFor(GatewayRig.BOUND)).isZero();
            assertThat(firn.output()).singleElement().asString().matches("firn \\d+\\.\\d+\\.\\d+");
        }
    }

    @Test
    void namesItsCommandsAndExitCodes() {
        try (GatewayProcess firn = distribution.firn("--help")) {
            assertThat(firn.waitFor(GatewayRig.BOUND)).isZero();
            assertThat(firn.words()).contains("run", "check", "78");
        }
    }

    @Test
    void holdsNoSignedArchive() throws IOException {
        List<Path> archives = archives();
        assertThat(archives).hasSizeGreaterThan(5);
        for (Path archive : archives) {
            try (JarFile jar = new JarFile(archive.toFile())) {
                assertThat(jar.stream().map(entry -> entry.getName()))
                        .as(archive.toString())
                        .noneMatch(name -> name.matches("META-INF/.*\\.(SF|RSA|DSA|EC)"));
            }
        }
    }

    @Test
    void holdsNothingThatOnlyTestsNeed() throws IOException {
        assertThat(archives())
                .extracting(archive -> archive.getFileName().toString())
                .noneMatch(name -> name.matches("(junit|assertj|awaitility|moquette|netty|jmh|test-rigs).*"));
    }

    private List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.list(distribution.home().resolve("lib"))) {
            return files.toList();
        }
    }
}
