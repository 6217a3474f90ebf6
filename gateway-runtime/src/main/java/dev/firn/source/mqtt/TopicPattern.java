package dev.firn.source.mqtt;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The topics of a source: levels of which {@code +} stands for any one, a last {@code #} for any that follow, and {@code
 * {sensor}} for any one that names the sensor.
 *
 * @param levels at least one
 */
public record TopicPattern(List<String> levels) {

    private static final String SENSOR = "{sensor}";
    private static final String ANY = "+";
    private static final String REST = "#";
    private static final Pattern WILD = Pattern.compile("[+#{}]");
    private static final Pattern NOT_OF_AN_ID = Pattern.compile("[^A-Za-z0-9._-]");

    /** Copies the levels. */
    public TopicPattern {
        levels = List.copyOf(levels);
    }

    /**
     * Reads one such as {@code zigbee2mqtt/{sensor}}.
     *
     * @throws IllegalArgumentException if it is none; the message says why
     */
    public static TopicPattern parse(String text) {
        List<String> levels = List.of(text.split("/", -1));
        for (int place = 0; place < levels.size(); place++) {
            String level = levels.get(place);
            boolean whole = level.equals(SENSOR) || level.equals(ANY);
            boolean rest = level.equals(REST) && place == levels.size() - 1;
            if (!whole && !rest && WILD.matcher(level).find()) {
                throw new IllegalArgumentException("has a level " + level + " that means nothing");
            }
        }
        if (levels.stream().filter(SENSOR::equals).count() > 1) {
            throw new IllegalArgumentException("names the sensor twice");
        }
        if (text.isBlank() || text.startsWith("$")) {
            throw new IllegalArgumentException("is no topic of a sensor");
        }
        return new TopicPattern(levels);
    }

    /** Whether a level names the sensor, so that one source has many. */
    public boolean namesSensor() {
        return levels.contains(SENSOR);
    }

    /** As a broker wants it. */
    String filter() {
        return String.join("/", levels).replace(SENSOR, ANY);
    }

    /**
     * The id of the sensor that publishes to a topic: that of the source, or {@code source.level}, where what an id cannot
     * have becomes {@code _}. Empty where the topic is not of this pattern.
     */
    Optional<String> sensor(String source, String topic) {
        String[] parts = topic.split("/", -1);
        boolean open = levels.getLast().equals(REST);
        if (open ? parts.length < levels.size() - 1 : parts.length != levels.size()) {
            return Optional.empty();
        }
        String sensor = source;
        for (int place = 0; place < levels.size() - (open ? 1 : 0); place++) {
            String level = levels.get(place);
            if (level.equals(SENSOR)) {
                sensor = source + "." + NOT_OF_AN_ID.matcher(parts[place]).replaceAll("_");
            } else if (!level.equals(ANY) && !level.equals(parts[place])) {
                return Optional.empty();
            }
        }
        return Optional.of(sensor);
    }

    @Override
    public String toString() {
        return String.join("/", levels);
    }
}
