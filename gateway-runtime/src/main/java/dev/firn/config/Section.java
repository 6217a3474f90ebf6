package dev.firn.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One mapping of the file, with the path that leads to it. Every question about a key makes the key known; what is
 * left when the section is {@linkplain #rejectUnknownKeys closed} is an error.
 */
final class Section {

    private static final int LONGEST_QUOTE = 80;

    /** Keys that later versions will know: better told so than taken for a slip of the pen. */
    private static final Set<String> LATER = Set.of("modes", "services", "power", "console");

    private final Problems problems;
    private final String path;
    private final int line;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<String> known = new ArrayList<>();

    private record Entry(Node node, int line) {}

    private Section(Problems problems, String path, int line) {
        this.problems = problems;
        this.path = path;
        this.line = line;
    }

    /** The section that this node is; empty, with a problem, where it is none. */
    static Optional<Section> of(Problems problems, String path, Node node) {
        if (!(node instanceof MappingNode mapping)) {
            problems.add(
                    lineOf(node), path, quote(node), "is not a group of keys", "write the keys below it, indented");
            return Optional.empty();
        }
        Section section = new Section(problems, path, lineOf(node));
        mapping.getValue().forEach(section::put);
        return Optional.of(section);
    }

    /** Line of a key, or of the section where it is absent. */
    int lineOf(String key) {
        Entry entry = entries.get(key);
        return entry == null ? line : entry.line();
    }

    /** The path of one of its keys. */
    String pathOf(String key) {
        return path(key);
    }

    List<String> keys() {
        return List.copyOf(entries.keySet());
    }

    <T> Optional<T> required(String key, ValueParser<T> parser, String example) {
        Optional<Node> node = node(key);
        if (node.isEmpty()) {
            problems.add(line, path(key), "", "is missing", "add it, such as " + key + ": " + example);
            return Optional.empty();
        }
        return parse(key, node.get(), parser);
    }

    <T> Optional<T> optional(String key, ValueParser<T> parser) {
        return node(key).flatMap(node -> parse(key, node, parser));
    }

    /** Like {@link #optional}, for values that may also be lists: those become one text with commas. */
    <T> Optional<T> listed(String key, ValueParser<T> parser) {
        return node(key).flatMap(node -> {
            if (!(node instanceof SequenceNode list)) {
                return parse(key, node, parser);
            }
            String joined = list.getValue().stream().map(Section::quote).collect(Collectors.joining(", "));
            return parse(key, node, joined, parser);
        });
    }

    <T> T optional(String key, ValueParser<T> parser, T otherwise) {
        return optional(key, parser).orElse(otherwise);
    }

    Optional<Section> section(String key) {
        return node(key).flatMap(node -> of(problems, path(key), node));
    }

    Optional<Section> requiredSection(String key, String example) {
        if (!entries.containsKey(key)) {
            problems.add(line, path(key), "", "is missing", "add it, such as " + key + ": " + example);
            return Optional.empty();
        }
        return section(key);
    }

    /** The sections of a list under this key, in order; empty, with a problem, where there is no list. */
    List<Section> requiredList(String key, String example) {
        Optional<Node> node = node(key);
        if (node.isEmpty()) {
            problems.add(line, path(key), "", "is missing", "add it, such as " + key + ": " + example);
            return List.of();
        }
        if (!(node.get() instanceof SequenceNode list) || list.getValue().isEmpty()) {
            problems.add(lineOf(key), path(key), quote(node.get()), "is no list, or an empty one", "write " + example);
            return List.of();
        }
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < list.getValue().size(); i++) {
            of(problems, path(key) + "[" + i + "]", list.getValue().get(i)).ifPresent(sections::add);
        }
        return sections;
    }

    /** Whether the key's value is the word {@code off}. */
    boolean isOff(String key) {
        return node(key)
                .filter(node ->
                        node instanceof ScalarNode scalar && scalar.getValue().equals("off"))
                .isPresent();
    }

    /**
     * The items of a list that are each a word, or a word with what belongs to it: {@code [hampel, ewma: 30s]}. One item
     * needs no list.
     */
    List<Item> items(String key) {
        return node(key)
                .map(node -> node instanceof SequenceNode list ? list.getValue() : List.of(node))
                .orElse(List.of())
                .stream()
                .flatMap(node -> item(key, node).stream())
                .toList();
    }

    private Optional<Item> item(String key, Node node) {
        if (node instanceof MappingNode) {
            Optional<Section> section = of(problems, path(key), node);
            if (section.isPresent() && section.get().entries.size() == 1) {
                return Optional.of(new Item(section.get().keys().getFirst(), section));
            }
        } else if (node instanceof ScalarNode) {
            return parse(key, node, Values::text).map(word -> new Item(word, Optional.empty()));
        }
        problems.add(lineOf(node), path(key), quote(node), "is no list of words", "write such as [hampel, ewma: 30s]");
        return Optional.empty();
    }

    /**
     * One item of a list.
     *
     * @param word what it is
     * @param section where the word is the key of what belongs to it; empty if nothing does
     */
    record Item(String word, Optional<Section> section) {}

    /** The two numbers of {@code [least, greatest]}. */
    Optional<double[]> pair(String key) {
        return node(key).flatMap(node -> {
            if (node instanceof SequenceNode list
                    && list.getValue().size() == 2
                    && list.getValue().get(0) instanceof ScalarNode least
                    && list.getValue().get(1) instanceof ScalarNode greatest) {
                Optional<Double> from = parse(key, least, Values::number);
                Optional<Double> to = parse(key, greatest, Values::number);
                return from.flatMap(a -> to.map(b -> new double[] {a, b}));
            }
            problems.add(lineOf(key), path(key), quote(node), "is no pair of numbers", "write [least, greatest]");
            return Optional.empty();
        });
    }

    /** Reports a value that is right by itself and wrong beside the others. */
    void reject(String key, String value, String reason, String cure) {
        problems.add(lineOf(key), path(key), value, reason, cure);
    }

    void rejectUnknownKeys() {
        for (Map.Entry<String, Entry> entry : entries.entrySet()) {
            if (!known.contains(entry.getKey())) {
                rejectUnknown(entry.getKey(), entry.getValue().line());
            }
        }
    }

    private void rejectUnknown(String key, int keyLine) {
        if (LATER.contains(key)) {
            problems.add(keyLine, path(key), "", "is not in this version of Firn", "remove it");
            return;
        }
        Optional<String> near = Nearest.of(key, known);
        String cure = near.map(word -> "did you mean " + word + "?")
                .orElse("remove it; known here: " + known.stream().sorted().collect(Collectors.joining(", ")));
        problems.add(keyLine, path(key), "", "is not a key of Firn", cure);
    }

    private void put(NodeTuple tuple) {
        Node keyNode = tuple.getKeyNode();
        if (!(keyNode instanceof ScalarNode scalar)) {
            problems.add(lineOf(keyNode), path, quote(keyNode), "is no key", "write key: value");
            return;
        }
        Entry before = entries.putIfAbsent(scalar.getValue(), new Entry(tuple.getValueNode(), lineOf(keyNode)));
        if (before != null) {
            problems.add(
                    lineOf(keyNode),
                    path(scalar.getValue()),
                    quote(tuple.getValueNode()),
                    "stands twice, first in line " + before.line(),
                    "remove one of them");
        }
    }

    private Optional<Node> node(String key) {
        if (!known.contains(key)) {
            known.add(key);
        }
        return Optional.ofNullable(entries.get(key)).map(Entry::node);
    }

    private <T> Optional<T> parse(String key, Node node, ValueParser<T> parser) {
        if (!(node instanceof ScalarNode scalar)) {
            problems.add(lineOf(node), path(key), quote(node), "is not a single value", "write one value");
            return Optional.empty();
        }
        if (scalar.getTag().equals(Tag.NULL)) {
            problems.add(lineOf(key), path(key), "", "has no value", "write one, or remove the key");
            return Optional.empty();
        }
        return parse(key, node, scalar.getValue(), parser);
    }

    private <T> Optional<T> parse(String key, Node node, String text, ValueParser<T> parser) {
        try {
            return Optional.of(parser.parse(text));
        } catch (BadValueException e) {
            problems.add(lineOf(node), path(key), quote(node), e.reason(), e.cure());
            return Optional.empty();
        }
    }

    private String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static int lineOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    private static String quote(Node node) {
        return switch (node) {
            case ScalarNode scalar
            when scalar.getValue().length() > LONGEST_QUOTE -> scalar.getValue().substring(0, LONGEST_QUOTE) + "…";
            case ScalarNode scalar -> scalar.getValue();
            case SequenceNode list ->
                list.getValue().stream().map(Section::quote).collect(Collectors.joining(", ", "[", "]"));
            default -> "";
        };
    }
}
