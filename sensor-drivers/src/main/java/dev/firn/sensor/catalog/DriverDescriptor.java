package dev.firn.sensor.catalog;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A driver that can be configured. Immutable.
 *
 * @param name what the configuration's {@code driver} says
 * @param sentence what it reads
 * @param keys those of its own, beside {@code id} and {@code driver}, which every sensor has
 */
public record DriverDescriptor(String name, String sentence, List<DriverKey> keys) {

    /** Takes a copy of the keys and checks that none is there twice. */
    public DriverDescriptor {
        keys = List.copyOf(keys);
        Set<String> names = keys.stream().map(DriverKey::name).collect(Collectors.toSet());
        if (names.size() < keys.size()) {
            throw new IllegalArgumentException("driver " + name + " has a key twice: " + keys);
        }
    }

    /** The key of this name. */
    public Optional<DriverKey> key(String keyName) {
        return keys.stream().filter(key -> key.name().equals(keyName)).findFirst();
    }
}
