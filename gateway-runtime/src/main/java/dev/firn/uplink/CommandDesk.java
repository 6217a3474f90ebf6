package dev.firn.uplink;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the commands that arrive over a link, and has them carried out one after the other by a thread of its own. Bounded:
 * what comes while too many wait is left unanswered, and its sender asks again.
 */
final class CommandDesk {

    private static final Logger LOG = LoggerFactory.getLogger(CommandDesk.class);
    private static final int MOST_WAITING = 64;
    private static final long GLANCE_MILLIS = 200;

    private final Topics topics;
    private final Commands commands;
    private final BlockingQueue<LinkMessage> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread thread = Thread.ofVirtual().name("commands").unstarted(this::run);
    private volatile boolean closed;
    private volatile Optional<LinkSession> session = Optional.empty();

    CommandDesk(Topics topics, Commands commands) {
        this.topics = topics;
        this.commands = commands;
    }

    void start() {
        thread.start();
    }

    /** Replies go over this session from now on. */
    void use(LinkSession present) {
        session = Optional.of(present);
    }

    /** A message came; on the link's thread. */
    void arrived(LinkMessage message) {
        if (message.topic().startsWith(topics.commands()) && !waiting.offer(message)) {
            LOG.warn("command: {} came while {} wait, left unanswered", message.topic(), MOST_WAITING);
        }
    }

    /** Ends when the command that is carried out is answered. */
    void close() throws InterruptedException {
        closed = true;
        thread.join();
    }

    private void run() {
        try {
            while (!closed) {
                LinkMessage message = waiting.poll(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
                if (message != null) {
                    answer(message);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(LinkMessage message) {
        String name = message.topic().substring(topics.commands().length());
        String reply = commands.answer(name, message.payload(), message.retained());
        LOG.info("command: {}", name);
        try {
            LinkMessage said =
                    new LinkMessage(topics.under("reply/" + name), reply.getBytes(StandardCharsets.UTF_8), false);
            session.ifPresent(link -> link.publish(said, () -> {}));
        } catch (LinkException e) {
            // Whoever asked asks again under the same id, and is told the same.
            LOG.warn("command: {} could not be answered: {}", name, e.getMessage());
        }
    }
}
