package dev.firn.config;

import dev.firn.config.ReplayConfig.Then;
import dev.firn.sensor.catalog.DriverCatalog;
import dev.firn.sensor.replay.ReplaySource;
import dev.firn.sensor.replay.ReplaySource.Format;
import dev.firn.telemetry.Quantity;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/** The list {@code sensors}. */
final class SensorsReader {

    private static final String EXAMPLE = "[{id: station, driver: replay, file: station.smet}]";

    private final Function<String, Path> resolve;
    private final List<String> ids = new ArrayList<>();
    private final List<Replay> replays = new ArrayList<>();
    private final LiveSensorsReader live = new LiveSensorsReader();
    private final MqttSourceReader sources;

    /** One entry with driver {@code replay}; pace and end are of the entry, though they have to agree. */
    private record Replay(Section section, ReplaySource source, OptionalDouble speed, Then then) {}

    SensorsReader(Function<String, Path> resolve) {
        this.resolve = resolve;
        sources = new MqttSourceReader(resolve);
    }

    /** The ids seen, those of wrong entries among them. */
    List<String> ids() {
        return ids;
    }

    /** Whether a sensor of this id may be there, although its id stands nowhere: a topic names it. */
    boolean mayBeNamedByTopic(String sensor) {
        return sources.sources().stream().anyMatch(source -> source.isOf(sensor));
    }

    Optional<SensorsConfig> read(Section root) {
        root.requiredList("sensors", EXAMPLE).forEach(this::readSensor);
        if (replays.isEmpty()) {
            rejectIdsOfTopics(root);
            LiveConfig config = new LiveConfig(live.sensors(idsOfParts()), sources.sources());
            return config.count() == 0 ? Optional.empty() : Optional.of(config);
        }
        live.rejectBeside(replays.getFirst().source().sensor());
        sources.rejectBeside(replays.getFirst().source().sensor());
        Replay first = replays.getFirst();
        replays.forEach(other -> rejectAnotherClock(first, other));
        return Optional.of(
                new ReplayConfig(replays.stream().map(Replay::source).toList(), first.speed(), first.then()));
    }

    private void readSensor(Section section) {
        Optional<String> id = section.required("id", Values::sensorId, "air");
        id.ifPresent(text -> noteId(section, text));
        Optional<String> name = section.required("driver", SensorsReader::driverName, "replay");
        if (name.isPresent() && name.get().equals(MqttSourceReader.DRIVER)) {
            sources.read(section, id);
            section.rejectUnknownKeys();
        } else if (name.isPresent()) {
            DriverCatalog.named(name.get())
                    .ifPresentOrElse(driver -> live.read(section, id, driver), () -> readReplay(section, id));
            section.rejectUnknownKeys();
        }
    }

    // What a driver needs of another sensor comes from parts alone.
    private List<String> idsOfParts() {
        return ids.stream()
                .filter(id -> sources.sources().stream()
                        .noneMatch(source -> source.id().equals(id)))
                .toList();
    }

    private void rejectIdsOfTopics(Section root) {
        for (String id : ids) {
            sources.sources().stream()
                    .filter(source -> source.topic().namesSensor() && source.isOf(id))
                    .findFirst()
                    .ifPresent(source -> root.reject(
                            "sensors",
                            id,
                            "is an id that the topic of " + source.id() + " may give",
                            "give that sensor another id"));
        }
    }

    private void noteId(Section section, String id) {
        if (ids.contains(id)) {
            section.reject("id", id, "is another sensor's id already", "give every sensor an id of its own");
        } else {
            ids.add(id);
        }
    }

    private static String driverName(String name) throws BadValueException {
        List<String> names = Stream.concat(DriverCatalog.names().stream(), Stream.of(MqttSourceReader.DRIVER))
                .sorted()
                .toList();
        if (names.contains(name)) {
            return name;
        }
        throw new BadValueException(
                "is no driver of this version",
                Nearest.of(name, names)
                        .map(word -> "did you mean " + word + "?")
                        .orElse("there are: " + String.join(", ", names)));
    }

    private void readReplay(Section section, Optional<String> id) {
        Optional<Path> file =
                section.required("file", text -> ExistingFile.check(resolve.apply(Values.text(text))), "WFJ2.smet");
        OptionalDouble speed = section.optional("speed", SensorsReader::speed, OptionalDouble.of(1));
        Then then = section.optional("then", Values.oneOf(Then.class), Then.WAIT);
        Optional<Format> toldFormat = section.optional("format", Values.oneOf(Format.class));
        Optional<Quantity> quantity = section.optional("quantity", SensorsReader::quantity);
        Optional<ZoneId> zone = section.optional("zone", Values::zone);
        Optional<Instant> from = section.optional("from", Values::instant);
        Optional<Instant> to = section.optional("to", Values::instant);
        Optional<Instant> startAt = section.optional("start-at", Values::instant);
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            section.reject("to", to.get().toString(), "is not after from", "give an end after the start");
            return;
        }
        Optional<Format> format = toldFormat.or(() -> file.flatMap(Format::of));
        if (file.isPresent() && format.isEmpty() && !section.keys().contains("format")) {
            section.reject(
                    "file", file.get().toString(), "its name does not tell its format", "add format: smet or csv");
        }
        if (format.isEmpty() || id.isEmpty() || file.isEmpty() || hasCsvKeysForSmet(section, format.get())) {
            return;
        }
        ReplaySource source = new ReplaySource(
                id.get(), file.get(), format.get(), quantity, zone.orElse(ZoneOffset.UTC), from, to, startAt);
        replays.add(new Replay(section, source, speed, then));
    }

    private static boolean hasCsvKeysForSmet(Section section, Format format) {
        boolean wrong = false;
        for (String key : List.of("quantity", "zone")) {
            if (format == Format.SMET && section.keys().contains(key)) {
                section.reject(key, "", "is not for SMET files, whose header says it", "remove it");
                wrong = true;
            }
        }
        return wrong;
    }

    private static void rejectAnotherClock(Replay first, Replay other) {
        String cure = "all recordings share one clock: write the same in each";
        if (!other.speed().equals(first.speed())) {
            other.section()
                    .reject("speed", "", "is not that of " + first.source().sensor(), cure);
        }
        if (other.then() != first.then()) {
            other.section()
                    .reject("then", "", "is not that of " + first.source().sensor(), cure);
        }
    }

    private static OptionalDouble speed(String text) throws BadValueException {
        if (text.equals("max")) {
            return OptionalDouble.empty();
        }
        try {
            double factor = Values.number(text);
            if (factor > 0) {
                return OptionalDouble.of(factor);
            }
        } catch (BadValueException e) {
            // Reported below with the words that belong to a speed.
        }
        throw new BadValueException("is no speed", "give a factor above 0 such as 60, or max");
    }

    private static Quantity quantity(String name) throws BadValueException {
        return Quantity.named(name)
                .orElseThrow(() -> new BadValueException(
                        "is no quantity that Firn knows", "use one such as people-count or air-temperature"));
    }
}
