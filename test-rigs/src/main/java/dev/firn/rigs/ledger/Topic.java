package dev.firn.rigs.ledger;

import java.util.List;
import java.util.Optional;

/**
 * The levels of a topic below {@code firn/{site}/{node}/}.
 *
 * @param node site and node
 * @param levels what follows
 */
record Topic(String node, List<String> levels) {

    static Optional<Topic> of(Message message) {
        return of(message.topic());
    }

    static Optional<Topic> of(String topic) {
        List<String> all = List.of(topic.split("/", -1));
        return all.size() > 3 && all.getFirst().equals("firn")
                ? Optional.of(new Topic(all.get(1) + "/" + all.get(2), all.subList(3, all.size())))
                : Optional.empty();
    }

    boolean isStatus() {
        return levels.equals(List.of("status"));
    }

    boolean isAbout() {
        return levels.equals(List.of("about"));
    }

    boolean isEvent() {
        return levels.equals(List.of("event"));
    }

    boolean isSummary() {
        return levels.size() == 3 && levels.getFirst().equals("summary");
    }

    /** Said to a gateway, not by it. */
    boolean isCommand() {
        return levels.size() > 1 && levels.getFirst().equals("command");
    }

    boolean isReply() {
        return levels.size() == 2 && levels.getFirst().equals("reply");
    }
}
