package dev.firn.config;

import dev.firn.derived.Calculation;
import dev.firn.derived.Calculations;
import dev.firn.derived.Derivations;
import dev.firn.derived.DerivedSettings;
import dev.firn.derived.Parameter;
import dev.firn.derived.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The list {@code derived}: series that are calculated from others. */
final class DerivedReader {

    private static final String EXAMPLE =
            "[{id: climate, calculation: dew-point, air-temperature: air/air-temperature, relative-humidity: air/relative-humidity}]";
    private static final Duration LEAST_AGE = Duration.ofSeconds(1);
    private static final Duration MOST_AGE = Duration.ofDays(1);
    private static final Duration USUAL_AGE = Duration.ofMillis(DerivedSettings.USUAL_MAX_AGE_MILLIS);

    private final List<String> sensorIds;
    private final List<String> ids = new ArrayList<>();
    private final List<DerivedSettings> settings = new ArrayList<>();
    private final List<SeriesMention> mentions = new ArrayList<>();

    DerivedReader(List<String> sensorIds) {
        this.sensorIds = sensorIds;
    }

    /** The ids seen, those of wrong entries among them. */
    List<String> ids() {
        return ids;
    }

    /** Where in the file an input is named. */
    List<SeriesMention> mentions() {
        return mentions;
    }

    List<DerivedSettings> read(Section root) {
        if (root.keys().contains("derived")) {
            root.requiredList("derived", EXAMPLE).forEach(this::readEntry);
        }
        return settings;
    }

    private void readEntry(Section section) {
        Optional<String> id = section.required("id", Values::sensorId, "climate");
        id.ifPresent(text -> noteId(section, text));
        Optional<String> name = section.required("calculation", DerivedReader::calculation, "dew-point");
        Duration maxAge = section.optional("max-age", Values.durationBetween(LEAST_AGE, MOST_AGE), USUAL_AGE);
        Optional<Calculation> calculation = name.flatMap(Calculations::named);
        if (calculation.isPresent()) {
            Map<String, String> inputs = inputs(section, calculation.get());
            Map<String, String> parameters = parameters(section, calculation.get());
            section.rejectUnknownKeys();
            id.ifPresent(text -> add(section, text, calculation.get(), inputs, maxAge, parameters));
        }
    }

    // What sensors measure and what is calculated from it are to be told apart by the sensor's id.
    private void noteId(Section section, String id) {
        if (sensorIds.contains(id)) {
            section.reject("id", id, "is a sensor's id already", "give what is calculated an id of its own");
        } else if (!ids.contains(id)) {
            ids.add(id);
        }
    }

    private static String calculation(String name) throws BadValueException {
        if (Calculations.named(name).isPresent()) {
            return name;
        }
        throw new BadValueException(
                "is no calculation",
                Nearest.of(name, Calculations.names())
                        .map(word -> "did you mean " + word + "?")
                        .orElse("there are: " + String.join(", ", Calculations.names())));
    }

    private Map<String, String> inputs(Section section, Calculation calculation) {
        Map<String, String> inputs = new HashMap<>();
        for (Role role : calculation.roles()) {
            Optional<String> series = role.need() == Role.Need.OPTIONAL
                    ? section.optional(role.name(), Values::series)
                    : section.required(role.name(), Values::series, "sensor/quantity, in " + role.unit());
            series.ifPresent(name -> {
                inputs.put(role.name(), name);
                mentions.add(new SeriesMention(name, section.lineOf(role.name()), section.pathOf(role.name())));
            });
        }
        return inputs;
    }

    private static Map<String, String> parameters(Section section, Calculation calculation) {
        Map<String, String> parameters = new TreeMap<>();
        for (Parameter parameter : calculation.parameters()) {
            ValueParser<String> parser = text -> checked(parameter, text);
            Optional<String> written = parameter.usual().isPresent()
                    ? section.optional(parameter.name(), parser)
                    : section.required(parameter.name(), parser, "a number");
            written.ifPresent(text -> parameters.put(parameter.name(), text));
        }
        return parameters;
    }

    private static String checked(Parameter parameter, String text) throws BadValueException {
        try {
            parameter.parse(text);
            return text;
        } catch (IllegalArgumentException e) {
            throw new BadValueException("is not possible", "want " + parameter.wanted());
        }
    }

    // What is left to find is how the parts go together; a part that was refused above is not told of twice.
    private void add(
            Section section,
            String id,
            Calculation calculation,
            Map<String, String> inputs,
            Duration maxAge,
            Map<String, String> parameters) {
        boolean complete = calculation.roles().stream()
                .allMatch(role -> role.need() == Role.Need.OPTIONAL || inputs.containsKey(role.name()));
        boolean set = calculation.parameters().stream()
                .allMatch(parameter -> parameter.usual().isPresent() || parameters.containsKey(parameter.name()));
        if (!complete || !set) {
            return;
        }
        try {
            DerivedSettings entry = new DerivedSettings(id, calculation.name(), inputs, maxAge.toMillis(), parameters);
            List<DerivedSettings> all = new ArrayList<>(settings);
            all.add(entry);
            new Derivations(all);
            settings.add(entry);
        } catch (IllegalArgumentException e) {
            section.reject("calculation", calculation.name(), String.valueOf(e.getMessage()), "change the entry");
        }
    }
}
