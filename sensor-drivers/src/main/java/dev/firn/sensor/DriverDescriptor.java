package dev.firn.sensor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A driver that can be configured, as the catalogue shows it. Immutable.
 *
 * @param name what the configuration's {@code driver} says
 * @param sentence what it reads
 * @param wiring how the part is connected, one line each
 * @param outputs what it can measure
 * @param usualInterval how often it is read unless the configuration says otherwise
 * @param keys those of its own, beside {@code id}, {@code driver} and {@code every}
 */
public record DriverDescriptor(
        String name,
        String sentence,
        List<String> wiring,
        List<Output> outputs,
        Duration usualInterval,
        List<DriverKey<?>> keys) {

    /**
     * One thing that a driver can measure.
     *
     * @param quantity its name, such as {@code air-temperature}
     * @param unit its SenML unit
     * @param range what the part can measure, in words
     * @param accuracy how far it can be off, in words, by the data sheet
     */
    public record Output(String quantity, String unit, String range, String accuracy) {

        /** Of a quantity that Firn knows. */
        public static Output of(dev.firn.telemetry.Quantity quantity, String range, String accuracy) {
            return new Output(quantity.name(), quantity.unit(), range, accuracy);
        }
    }

    /** Takes copies and checks that no key is there twice. */
    public DriverDescriptor {
        wiring = List.copyOf(wiring);
        outputs = List.copyOf(outputs);
        keys = List.copyOf(keys);
        Set<String> names = keys.stream().map(DriverKey::name).collect(Collectors.toSet());
        if (names.size() < keys.size()) {
            throw new IllegalArgumentException("driver " + name + " has a key twice: " + keys);
        }
    }

    /** The key of this name. */
    public Optional<DriverKey<?>> key(String keyName) {
        return keys.stream().filter(key -> key.name().equals(keyName)).findFirst();
    }
}
