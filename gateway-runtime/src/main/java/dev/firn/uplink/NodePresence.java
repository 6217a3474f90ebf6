package dev.firn.uplink;

import dev.firn.outbox.OutboxLevel;
import dev.firn.outbox.OutboxRecord;
import dev.firn.senml.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.LongSupplier;

/** How the node shows itself on its topics. Thread-safe. */
public final class NodePresence {

    private final Topics topics;
    private final String version;
    private final String boot;
    private final LongSupplier sinceMillis;
    private final LongSupplier wallMillis;
    private final byte[] about;

    /**
     * A presence.
     *
     * @param topics where it shows
     * @param version of Firn
     * @param boot id of the board's present boot
     * @param sinceMillis when it began, as far as that is known by now, milliseconds since 1970-01-01T00:00Z
     * @param wallMillis the gateway's time of day, milliseconds since 1970-01-01T00:00Z
     * @param about JSON: what the node has and measures
     */
    public NodePresence(
            Topics topics,
            String version,
            String boot,
            LongSupplier sinceMillis,
            LongSupplier wallMillis,
            byte[] about) {
        this.topics = topics;
        this.version = version;
        this.boot = boot;
        this.sinceMillis = sinceMillis;
        this.wallMillis = wallMillis;
        this.about = about.clone();
    }

    Topics topics() {
        return topics;
    }

    LinkMessage will() {
        return status(false, sinceMillis.getAsLong(), JsonObject.EMPTY);
    }

    LinkMessage online(OutboxLevel level) {
        return status(true, sinceMillis.getAsLong(), JsonObject.EMPTY.with("outbox", describe(level)));
    }

    LinkMessage offline() {
        return status(false, wallMillis.getAsLong(), JsonObject.EMPTY);
    }

    /** How full the outbox is, for programs. */
    public static JsonObject describe(OutboxLevel level) {
        return JsonObject.EMPTY
                .with("pending", level.pending())
                .with("bytes", level.bytes())
                .with("max-bytes", level.maxBytes())
                .with("hours-left", level.hoursLeft().orElse(Double.NaN))
                .with("written-24h-bytes", level.writtenBytes());
    }

    LinkMessage about() {
        return new LinkMessage(topics.about(), about, true);
    }

    LinkMessage message(UUID epoch, OutboxRecord waiting, Redating redating) {
        byte[] json = OutboxPayload.json(waiting.payload(), epoch, waiting.seq());
        return new LinkMessage(
                topics.under(OutboxPayload.topic(waiting.payload())),
                redating.of(waiting.origin())
                        .map(redate -> RedatedJson.of(json, redate))
                        .orElse(json),
                false);
    }

    private LinkMessage status(boolean online, long sinceMillis, JsonObject more) {
        JsonObject status = JsonObject.EMPTY
                .with("online", online)
                .with("since", sinceMillis)
                .with("version", version)
                .with("boot", boot)
                .withAll(more);
        return new LinkMessage(topics.status(), status.toString().getBytes(StandardCharsets.UTF_8), true);
    }
}
