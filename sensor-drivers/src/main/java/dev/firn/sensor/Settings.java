package dev.firn.sensor;

import java.util.Map;
import java.util.Optional;

/** The settings of one sensor, each already read and checked by its key. Immutable. */
public final class Settings {

    private final Map<DriverKey<?>, Object> values;

    /**
     * Settings as read.
     *
     * @param values of each key that the entry has, of the key's type
     */
    public Settings(Map<DriverKey<?>, Object> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * Reads settings from texts.
     *
     * @throws SettingException naming the first key whose text is refused, that is unknown or missing
     */
    public static Settings parse(DriverDescriptor driver, Map<String, String> texts) throws SettingException {
        Map<DriverKey<?>, Object> values = new java.util.HashMap<>();
        for (DriverKey<?> key : driver.keys()) {
            String text = texts.get(key.name());
            if (text != null) {
                values.put(key, key.type().parse(text));
            } else if (key.required()) {
                throw new SettingException(key.name() + " is missing", key.sentence());
            }
        }
        for (String name : texts.keySet()) {
            if (driver.key(name).isEmpty()) {
                throw new SettingException(name + " is no key of " + driver.name(), "remove it");
            }
        }
        return new Settings(values);
    }

    /** The value of a key that is required or has a fallback. */
    public <T> T get(DriverKey<T> key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("no value of " + key.name()));
    }

    /** The value of a key, or its fallback, or nothing. */
    @SuppressWarnings("unchecked") // the constructor's contract: a value has its key's type
    public <T> Optional<T> find(DriverKey<T> key) {
        return Optional.ofNullable((T) values.get(key)).or(key::fallback);
    }

    /** Whether the entry itself has the key. */
    public boolean has(DriverKey<?> key) {
        return values.containsKey(key);
    }
}
