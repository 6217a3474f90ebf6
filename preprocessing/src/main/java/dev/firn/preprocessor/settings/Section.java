package dev.firn.preprocessor.settings;

import dev.firn.preprocessor.settings.SettingsNode.Group;
import dev.firn.preprocessor.settings.SettingsNode.Row;
import dev.firn.preprocessor.settings.SettingsNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One object of the file, with the path that leads to it. Every question about a key makes the key known; a key that
 * nobody has asked for is a problem. A value that is wrong or missing is a problem too, and the example or the default
 * stands in for it, so that all problems of a file come at once. For one thread.
 */
public final class Section {

    private final Problems problems;
    private final String path;
    private final Group group;
    private final TreeSet<String> known = new TreeSet<>();

    private Section(Problems problems, String path, Group group) {
        this.problems = problems;
        this.path = path;
        this.group = group;
    }

    /** The section that this node is; empty, with a problem, where it is none. */
    static Optional<Section> of(Problems problems, String path, SettingsNode node) {
        if (node instanceof Group group) {
            Section section = new Section(problems, path, group);
            problems.opened(section);
            return Optional.of(section);
        }
        problems.add(node.line(), path, node.quote(), "is not a group of keys", "write keys and values in {}");
        return Optional.empty();
    }

    /** Whether the key stands there. */
    public boolean has(String key) {
        return node(key) != null;
    }

    /** A value that must be there; {@code example}, which must be a right one, stands in for it where it is not. */
    public <T> T required(String key, ValueParser<T> parser, String example) {
        SettingsNode node = node(key);
        if (node == null) {
            problems.add(group.line(), path(key), "", "is missing", "add it, such as \"" + key + "\": " + example);
            return parser.parse(example);
        }
        return parse(path(key), node, parser).orElseGet(() -> parser.parse(example));
    }

    /** A value, or the default where it is absent. */
    public <T> T optional(String key, ValueParser<T> parser, T otherwise) {
        return optional(key, parser).orElse(otherwise);
    }

    /** A value, if it is there. */
    public <T> Optional<T> optional(String key, ValueParser<T> parser) {
        return Optional.ofNullable(node(key)).flatMap(node -> parse(path(key), node, parser));
    }

    /** The values of a list, in order; none where the key is absent. */
    public <T> List<T> values(String key, ValueParser<T> parser) {
        return items(key, (itemPath, item) -> parse(itemPath, item, parser));
    }

    /** The sections of a list, in order; none where the key is absent. */
    public List<Section> sections(String key) {
        return items(key, (itemPath, item) -> of(problems, itemPath, item));
    }

    /** The values of a list that must be there and hold something. */
    public <T> List<T> requiredValues(String key, ValueParser<T> parser, String example) {
        requireItems(key, example);
        return values(key, parser);
    }

    /** The sections of a list that must be there and hold something. */
    public List<Section> requiredSections(String key, String example) {
        requireItems(key, example);
        return sections(key);
    }

    /** The section under this key, if it is there. */
    public Optional<Section> section(String key) {
        return Optional.ofNullable(node(key)).flatMap(node -> of(problems, path(key), node));
    }

    /** Reports a value that is right by itself and wrong beside the others, or missing beside them. */
    public void reject(String key, String reason, String cure) {
        SettingsNode node = node(key);
        int line = node == null ? group.line() : node.line();
        problems.add(line, path(key), node == null ? "" : node.quote(), reason, cure);
    }

    void rejectUnknownKeys() {
        group.members().forEach((key, node) -> {
            if (!known.contains(key)) {
                problems.add(
                        node.line(), path(key), "", "is no key that is known here", "remove it; known: " + knownKeys());
            }
        });
    }

    private void requireItems(String key, String example) {
        SettingsNode node = node(key);
        if (node == null) {
            problems.add(group.line(), path(key), "", "is missing", "add it, such as \"" + key + "\": " + example);
        } else if (node instanceof Row row && row.items().isEmpty()) {
            problems.add(
                    node.line(), path(key), node.quote(), "is empty", "write something into it, such as " + example);
        }
    }

    private String knownKeys() {
        return known.stream().collect(Collectors.joining(", "));
    }

    private <T> List<T> items(String key, BiFunction<String, SettingsNode, Optional<T>> reader) {
        SettingsNode node = node(key);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof Row row)) {
            problems.add(node.line(), path(key), node.quote(), "is no list", "write values in []");
            return List.of();
        }
        List<T> items = new ArrayList<>();
        for (int place = 0; place < row.items().size(); place++) {
            reader.apply(path(key) + "[" + place + "]", row.items().get(place)).ifPresent(items::add);
        }
        return items;
    }

    private <T> Optional<T> parse(String valuePath, SettingsNode node, ValueParser<T> parser) {
        if (!(node instanceof Scalar scalar)) {
            problems.add(node.line(), valuePath, node.quote(), "is not a single value", "write one value");
            return Optional.empty();
        }
        try {
            return Optional.of(parser.parse(scalar.text()));
        } catch (BadValueException e) {
            problems.add(node.line(), valuePath, node.quote(), e.reason(), e.cure());
            return Optional.empty();
        }
    }

    private @Nullable SettingsNode node(String key) {
        known.add(key);
        Map<String, SettingsNode> members = group.members();
        return members.get(key);
    }

    private String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
