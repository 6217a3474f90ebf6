package dev.firn.rigs.ledger;

import dev.firn.rigs.RigException;
import dev.firn.rigs.asyncapi.AsyncApi;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What one gateway has published, by epoch and seq: what is there, what came again, what is missing. Takes messages in
 * any order. Not thread-safe.
 */
public final class Ledger {

    private static final Comparator<Published> IN_ORDER =
            Comparator.comparing(Published::epoch).thenComparingLong(Published::seq);

    /** Kinds of events that name numbers which will not come any more. */
    private static final Set<String> ANNOUNCEMENTS = Set.of("records-lost", "summaries-merged");

    private final Optional<AsyncApi> described;
    private final Map<String, SortedMap<Long, Entry>> byEpoch = new TreeMap<>();
    private final Map<String, Message> unnumbered = new TreeMap<>();
    /** Also in {@link #byEpoch}; kept apart because they are few, and are what is waited for. */
    private final List<PublishedEvent> events = new ArrayList<>();

    private final List<Message> duplicates = new ArrayList<>();
    private final List<Message> altered = new ArrayList<>();
    private final List<Gap> announced = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    private long arrivals;
    private long bytes;

    /** An empty ledger that takes messages as far as it can read them. */
    public Ledger() {
        this(Optional.empty());
    }

    private Ledger(Optional<AsyncApi> described) {
        this.described = described;
    }

    /** An empty ledger for which a message that does not fit its description is {@link #unreadable()}. */
    public static Ledger of(AsyncApi described) {
        return new Ledger(Optional.of(described));
    }

    /** The same entries in a ledger of its own. */
    public Ledger copy() {
        Ledger copy = new Ledger(described);
        byEpoch.forEach((epoch, entries) -> copy.byEpoch.put(epoch, new TreeMap<>(entries)));
        copy.unnumbered.putAll(unnumbered);
        copy.events.addAll(events);
        copy.duplicates.addAll(duplicates);
        copy.altered.addAll(altered);
        copy.announced.addAll(announced);
        copy.unreadable.addAll(unreadable);
        copy.arrivals = arrivals;
        copy.bytes = bytes;
        return copy;
    }

    /**
     * Enters a message. One that cannot be read is entered as {@link #unreadable()}.
     *
     * @return what it says, if it is numbered and can be read
     */
    public Optional<Published> add(Message message) {
        arrivals++;
        bytes += message.bytes();
        try {
            return enter(message);
        } catch (RigException e) {
            unreadable.add(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** Enters a message of which nothing can be said but why. */
    public void addUnreadable(String reason) {
        arrivals++;
        unreadable.add(reason);
    }

    /** Messages that came, again or not. */
    public long arrivals() {
        return arrivals;
    }

    /** Bytes of topics and payloads that came, again or not. */
    public long bytes() {
        return bytes;
    }

    /** Messages with a number, each once. */
    public long size() {
        return byEpoch.values().stream().mapToLong(Map::size).sum();
    }

    /** The epochs seen. */
    public List<String> epochs() {
        return List.copyOf(byEpoch.keySet());
    }

    /** The numbers of an epoch that came, in order. */
    public List<Long> seqs(String epoch) {
        return List.copyOf(byEpoch.getOrDefault(epoch, new TreeMap<>()).keySet());
    }

    /** What came first under each number, in order of epoch and seq. */
    public List<Message> messages() {
        return entries().map(Entry::message).toList();
    }

    /** The summaries, in order of epoch and seq. */
    public List<PublishedSummary> summaries() {
        return entries()
                .flatMap(entry ->
                        entry.published() instanceof PublishedSummary summary ? Stream.of(summary) : Stream.empty())
                .toList();
    }

    /** The events, in order of epoch and seq. */
    public List<PublishedEvent> events() {
        return events.stream().sorted(IN_ORDER).toList();
    }

    /** The events of a kind, in order of epoch and seq. */
    public List<PublishedEvent> events(String kind) {
        return events.stream()
                .filter(event -> event.kind().equals(kind))
                .sorted(IN_ORDER)
                .toList();
    }

    /** The latest message without a number whose topic ends so, such as {@code /status}. */
    public Optional<Message> latest(String topicEnd) {
        return unnumbered.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(topicEnd))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Messages whose number had come before, each time they came. */
    public List<Message> duplicates() {
        return List.copyOf(duplicates);
    }

    /**
     * Of the duplicates, those that differ from what came first under the number, and not only because their dates were
     * moved meanwhile.
     */
    public List<Message> alteredDuplicates() {
        return List.copyOf(altered);
    }

    /** Numbers between the lowest and the highest of an epoch that neither came nor were announced as lost or merged. */
    public List<Gap> gaps() {
        return ranges(false);
    }

    /** Numbers between the lowest and the highest of an epoch that did not come and were announced as lost or merged. */
    public List<Gap> announcedGaps() {
        return ranges(true);
    }

    /** Why messages could not be read. */
    public List<String> unreadable() {
        return List.copyOf(unreadable);
    }

    private Optional<Published> enter(Message message) {
        Topic topic = Topic.of(message).orElseThrow(() -> Json.bad(message, "is not of a gateway"));
        if (topic.isCommand()) {
            // Said to a gateway, and by others: it may be anything.
            unnumbered.put(message.topic(), message);
            return Optional.empty();
        }
        checkDescribed(message);
        Optional<Published> published = Published.parse(message);
        if (published.isPresent()) {
            enter(new Entry(message, published.get()));
        } else if (topic.isStatus() || topic.isAbout() || topic.isReply()) {
            Json.object(message);
            unnumbered.put(message.topic(), message);
        } else {
            throw Json.bad(message, "is on a topic that nobody announced");
        }
        return published;
    }

    private void checkDescribed(Message message) {
        List<String> complaints = described
                .map(api -> api.complaints(message.topic(), message.payload()))
                .orElse(List.of());
        if (!complaints.isEmpty()) {
            throw Json.bad(message, "is not as described (" + String.join("; ", complaints) + ")");
        }
    }

    private void enter(Entry entry) {
        Published published = entry.published();
        Entry first = byEpoch.computeIfAbsent(published.epoch(), epoch -> new TreeMap<>())
                .putIfAbsent(published.seq(), entry);
        if (first != null) {
            enterDuplicate(first.message(), entry.message());
        } else if (published instanceof PublishedEvent event) {
            enterEvent(event);
        }
    }

    private void enterEvent(PublishedEvent event) {
        events.add(event);
        if (ANNOUNCEMENTS.contains(event.kind())) {
            announce(event);
        }
    }

    private void enterDuplicate(Message first, Message again) {
        duplicates.add(again);
        if (!first.topic().equals(again.topic()) || !Json.isRepeated(first, again)) {
            altered.add(again);
        }
    }

    private Stream<Entry> entries() {
        return byEpoch.values().stream().flatMap(epoch -> epoch.values().stream());
    }

    private void announce(PublishedEvent gone) {
        announced.add(new Gap(gone.epoch(), gone.number("from-seq"), gone.number("to-seq")));
    }

    private List<Gap> ranges(boolean wantAnnounced) {
        return byEpoch.entrySet().stream()
                .flatMap(epoch -> ranges(epoch.getKey(), epoch.getValue(), wantAnnounced))
                .toList();
    }

    private Stream<Gap> ranges(String epoch, SortedMap<Long, Entry> came, boolean wantAnnounced) {
        List<Gap> ranges = new ArrayList<>();
        LongStream.range(came.firstKey(), came.lastKey())
                .filter(seq -> !came.containsKey(seq) && isAnnounced(epoch, seq) == wantAnnounced)
                .forEach(seq -> extend(ranges, epoch, seq));
        return ranges.stream();
    }

    private static void extend(List<Gap> ranges, String epoch, long seq) {
        if (!ranges.isEmpty() && ranges.getLast().toSeq() == seq - 1) {
            ranges.add(new Gap(epoch, ranges.removeLast().fromSeq(), seq));
        } else {
            ranges.add(new Gap(epoch, seq, seq));
        }
    }

    private boolean isAnnounced(String epoch, long seq) {
        return announced.stream().anyMatch(gap -> gap.contains(epoch, seq));
    }

    /** A message and what it says. */
    private record Entry(Message message, Published published) {}
}
