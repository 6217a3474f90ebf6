package dev.firn.gateway;

import dev.firn.clock.ClockStamp;
import dev.firn.clock.GatewayClock;
import dev.firn.history.History;
import dev.firn.outbox.Outbox;
import dev.firn.senml.JsonObject;
import dev.firn.uplink.Command;
import dev.firn.uplink.CommandException;
import dev.firn.uplink.Commands;
import dev.firn.uplink.NodePresence;
import java.util.Map;
import java.util.Optional;

/** What can be asked of the node over its command topics. */
final class NodeCommands {

    private static final int LONGEST_NOTE = 500;

    private final Inbox inbox;
    private final Outbox outbox;
    private final GatewayClock clock;

    private NodeCommands(Inbox inbox, Outbox outbox, GatewayClock clock) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.clock = clock;
    }

    static Commands of(Inbox inbox, Outbox outbox, GatewayClock clock, Optional<History> history) {
        NodeCommands node = new NodeCommands(inbox, outbox, clock);
        return new Commands(Map.of("status", node::status, "note", node::note, "history", new HistoryCommand(history)));
    }

    private JsonObject status(Command.Request request) {
        ClockStamp now = clock.now();
        return JsonObject.EMPTY
                .with("version", Version.text())
                .with("time", now.wallMillis())
                .with("synced", now.synced())
                .with("outbox", NodePresence.describe(outbox.level()));
    }

    /** Becomes an event, in one sequence with everything else: a cleaned sensor, a closed slope. */
    private JsonObject note(Command.Request request) throws CommandException {
        String text = request.text("text");
        if (text.length() > LONGEST_NOTE) {
            throw new CommandException("text: has " + text.length() + " characters; give at most " + LONGEST_NOTE);
        }
        inbox.tellSurely(new LoopEvent.Noted(request.id(), text));
        return JsonObject.EMPTY;
    }
}
