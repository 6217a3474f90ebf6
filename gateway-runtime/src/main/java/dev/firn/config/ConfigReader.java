package dev.firn.config;

import dev.firn.config.ConfigResult.Loaded;
import dev.firn.config.ConfigResult.Rejected;
import dev.firn.derived.DerivedSettings;
import dev.firn.history.HistorySettings;
import dev.firn.outbox.OutboxSettings;
import dev.firn.pipeline.PipelineSettings;
import dev.firn.sensor.Position;
import dev.firn.telemetry.SeriesId;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads {@code gateway.yaml}. Looks at the file system only to see whether named files are there; opens no device and
 * no connection. Relative paths are relative to the configuration file.
 */
public final class ConfigReader {

    /** Where the configuration lies unless told otherwise. */
    public static final Path DEFAULT_FILE = Path.of("/etc/firn/gateway.yaml");

    private static final Path DEFAULT_OUTBOX = Path.of("/var/lib/firn/outbox");
    private static final long DEFAULT_OUTBOX_BYTES = 256L << 20;
    private static final Duration DEFAULT_CLOCK_WAIT = Duration.ofMinutes(2);
    private static final Duration MOST_CLOCK_WAIT = Duration.ofHours(1);

    private static final long LEAST_DAILY_WRITES = 1 << 20;

    private static final Storage DEFAULT_STORAGE = new Storage(
            new OutboxSettings(DEFAULT_OUTBOX, DEFAULT_OUTBOX_BYTES, Duration.ofSeconds(1)), Duration.ofSeconds(30));

    private final Path file;
    private final Problems problems;

    /** The section {@code outbox}. */
    private record Storage(OutboxSettings outbox, Duration checkpointEvery) {}

    private ConfigReader(Path file) {
        this.file = file;
        this.problems = new Problems(file.toString());
    }

    /** What this file comes to. */
    public static ConfigResult read(Path file) {
        ConfigReader reader = new ConfigReader(file);
        Optional<GatewayConfig> config = reader.root().flatMap(reader::gateway);
        config.ifPresent(reader::checkRules);
        return config.isPresent() && reader.problems.isEmpty()
                ? new Loaded(config.get())
                : new Rejected(reader.problems.inOrderOfLines());
    }

    /** What a recording holds is known only once it is open; what a sensor measures is known here. */
    private void checkRules(GatewayConfig config) {
        if (config.sensors() instanceof LiveConfig live) {
            List<String> series = live.sensors().stream()
                    .flatMap(sensor -> sensor.series().stream())
                    .map(SeriesId::toString)
                    .toList();
            config.problemsWith(series).forEach(problems::add);
        }
    }

    private Optional<Section> root() {
        Optional<String> text = text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            LoadSettings settings =
                    LoadSettings.builder().setLabel(file.toString()).build();
            Optional<Node> node = new Compose(settings).composeString(text.get());
            if (node.isEmpty()) {
                problems.add(0, "", "", "is empty", "start from conf/gateway.yaml of the distribution");
            }
            return node.flatMap(root -> Section.of(problems, "", root));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            problems.add(line, "", "", "is not YAML: " + e.getProblem(), "check indentation, colons and quotes there");
        } catch (YamlEngineException e) {
            problems.add(0, "", "", "is not YAML: " + e.getMessage(), "save it as plain UTF-8 text");
        }
        return Optional.empty();
    }

    private Optional<String> text() {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException e) {
            problems.add(0, "", "", "is not there", "name the file with --config");
        } catch (CharacterCodingException e) {
            problems.add(0, "", "", "is not UTF-8 text", "save it as plain UTF-8 text");
        } catch (IOException e) {
            problems.add(0, "", "", "cannot be read: " + e.getMessage(), "check the file and its permissions");
        }
        return Optional.empty();
    }

    /** Every part is read, whatever is wrong with the others, so that the user hears of everything at once. */
    private Optional<GatewayConfig> gateway(Section root) {
        Optional<NodeConfig> node =
                root.requiredSection("node", "{site: kronplatz, id: lift-2}").flatMap(this::node);
        SensorsReader sensors = new SensorsReader(this::resolve);
        Optional<SensorsConfig> source = sensors.read(root);
        Optional<Section> pipelineSection = root.section("pipeline");
        DerivedReader derivedReader = new DerivedReader(sensors.ids());
        List<DerivedSettings> derived = derivedReader.read(root);
        List<String> ids = both(sensors.ids(), derivedReader.ids());
        PipelineReader pipelineReader = new PipelineReader(ids, sensors::mayBeNamedByTopic, derived);
        PipelineSettings pipeline = pipelineSection.map(pipelineReader::read).orElseGet(pipelineReader::defaults);
        List<SeriesMention> mentions = both(pipelineReader.mentions(), derivedReader.mentions());
        Optional<Duration> wait = readOr(root, "clock", ConfigReader::clockWait, DEFAULT_CLOCK_WAIT);
        Optional<Storage> outbox = readOr(root, "outbox", this::outbox, DEFAULT_STORAGE);
        Optional<UplinkConfig> uplink = root.requiredSection("uplink", "{mqtt: {url: tcp://broker.example:1883}}")
                .flatMap(section -> new UplinkReader(this::resolve).read(section, node));
        Optional<HistorySettings> history = new HistoryReader(this::resolve)
                .read(root, outbox.orElse(DEFAULT_STORAGE).outbox().directory());
        root.rejectUnknownKeys();
        return node.flatMap(n ->
                source.flatMap(r -> outbox.flatMap(o -> wait.flatMap(w -> uplink.map(u -> new GatewayConfig(
                        file.toString(), n, r, pipeline, mentions, w, o.outbox(), o.checkpointEvery(), history, u))))));
    }

    private static <T> List<T> both(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static <T> Optional<T> readOr(
            Section root, String key, Function<Section, Optional<T>> reader, T otherwise) {
        return root.keys().contains(key) ? root.section(key).flatMap(reader) : Optional.of(otherwise);
    }

    private Optional<NodeConfig> node(Section section) {
        Optional<String> site = section.required("site", Values::topicLevel, "kronplatz");
        Optional<String> id = section.required("id", Values::topicLevel, "slope-7-lift-2");
        Optional<Position> position = position(section);
        section.rejectUnknownKeys();
        return site.flatMap(s -> id.map(i -> new NodeConfig(s, i, position)));
    }

    /** All of it or nothing: half a position is none. */
    private static Optional<Position> position(Section section) {
        List<String> keys = List.of("latitude", "longitude", "altitude-m");
        Optional<Double> latitude = section.optional("latitude", Values.numberBetween(-90, 90));
        Optional<Double> longitude = section.optional("longitude", Values.numberBetween(-180, 180));
        Optional<Double> altitude = section.optional("altitude-m", Values.numberBetween(-500, 9000));
        List<String> absent =
                keys.stream().filter(key -> !section.keys().contains(key)).toList();
        if (!absent.isEmpty() && absent.size() < keys.size()) {
            section.reject(
                    absent.getFirst(), "", "is missing", "give latitude, longitude and altitude-m, or none of them");
        }
        return latitude.flatMap(la -> longitude.flatMap(lo -> altitude.map(al -> new Position(la, lo, al))));
    }

    private static Optional<Duration> clockWait(Section section) {
        Duration wait =
                section.optional("wait", Values.durationBetween(Duration.ZERO, MOST_CLOCK_WAIT), DEFAULT_CLOCK_WAIT);
        section.rejectUnknownKeys();
        return Optional.of(wait);
    }

    private Optional<Storage> outbox(Section section) {
        Path directory =
                section.optional("directory", Values::text).map(this::resolve).orElse(DEFAULT_OUTBOX);
        long maxBytes =
                section.optional("max-bytes", Values.bytesFrom(OutboxSettings.LEAST_BYTES), DEFAULT_OUTBOX_BYTES);
        Duration syncEvery = section.optional(
                "sync-every",
                Values.durationBetween(Duration.ofMillis(1), Duration.ofHours(1)),
                DEFAULT_STORAGE.outbox().syncEvery());
        long dailyWrites =
                section.optional("daily-writes", Values.bytesFrom(LEAST_DAILY_WRITES), OutboxSettings.DAILY_WRITES);
        Duration checkpointEvery = section.optional(
                "checkpoint-every",
                Values.durationBetween(Duration.ofSeconds(1), Duration.ofHours(1)),
                DEFAULT_STORAGE.checkpointEvery());
        section.rejectUnknownKeys();
        return Optional.of(
                new Storage(new OutboxSettings(directory, maxBytes, syncEvery, dailyWrites), checkpointEvery));
    }

    private Path resolve(String text) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? Path.of(text) : folder.resolve(text).normalize();
    }
}
