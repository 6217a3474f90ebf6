package dev.firn.rigs.powercut;

import dev.firn.rigs.RigException;
import dev.firn.rigs.broker.MosquittoBroker;
import dev.firn.rigs.gateway.Distribution;
import dev.firn.rigs.gateway.GatewayConfig;
import dev.firn.rigs.gateway.ReplaySensor;
import dev.firn.rigs.process.ChildProcess;
import dev.firn.rigs.recordings.Recording;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The gateway's classes as the JVM wants them, made by a short replay: it starts in half the time with them, which
 * in a guest saves seconds at each start.
 */
final class AotCache {

    private static final Duration BOUND = Duration.ofMinutes(2);

    private final Path file;

    private AotCache(Path file) {
        this.file = file;
    }

    /**
     * Makes one in a directory, which the replay uses too.
     *
     * @throws RigException if it cannot be made
     */
    static AotCache make(Distribution distribution, Path directory) {
        Path file = directory.resolve("firn.aot");
        try (MosquittoBroker broker = MosquittoBroker.started()) {
            Path configuration = GatewayConfig.publishingTo(broker.url())
                    .replaying(ReplaySensor.smet("station", Recording.WFJ2.copyTo(directory))
                            .between("2014-12-26T00:00:00+01:00", "2014-12-27T00:00:00+01:00"))
                    .writeTo(directory);
            Path launcher = distribution.home().toAbsolutePath().normalize().resolve("bin/firn");
            List<String> command = List.of(launcher.toString(), "run", "--config", configuration.toString());
            Map<String, String> environment = Map.of(
                    "JAVA_HOME", System.getProperty("java.home"), "FIRN_JAVA_OPTS", "-XX:AOTCacheOutput=" + file);
            try (ChildProcess gateway = ChildProcess.start("firn", command, directory, environment)) {
                int status = gateway.waitFor(BOUND);
                if (status != 0) {
                    throw new RigException("the replay ended with " + status + ":\n" + gateway.tail());
                }
            }
        }
        return new AotCache(file);
    }

    /** What the launcher has to be told, with the cache at another place in the guest. */
    Map<String, String> environment(String place) {
        return Map.of("FIRN_JAVA_OPTS", "-XX:AOTCache=" + place);
    }

    Path file() {
        return file;
    }
}
