package dev.firn.gateway;

import dev.firn.gateway.LoopEvent.BusFreed;
import dev.firn.gateway.LoopEvent.BusStuck;
import dev.firn.gateway.LoopEvent.HistoryChanged;
import dev.firn.gateway.LoopEvent.LineSkipped;
import dev.firn.gateway.LoopEvent.MessageRefused;
import dev.firn.gateway.LoopEvent.MessagesUnreadable;
import dev.firn.gateway.LoopEvent.News;
import dev.firn.gateway.LoopEvent.Noted;
import dev.firn.gateway.LoopEvent.RecordsDropped;
import dev.firn.gateway.LoopEvent.RecordsLost;
import dev.firn.gateway.LoopEvent.SensorBack;
import dev.firn.gateway.LoopEvent.SensorLost;
import dev.firn.gateway.LoopEvent.StorageChanged;
import dev.firn.outbox.DropReport;
import dev.firn.outbox.SeqRange;
import dev.firn.sensor.replay.DamagedLine;
import dev.firn.uplink.GatewayEvent;
import dev.firn.uplink.GatewayEvent.Severity;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the cloud and the log are told of the news that other threads bring. The cloud by what is returned. */
final class NewsNotices {

    private static final Logger LOG = LoggerFactory.getLogger(NewsNotices.class);

    private NewsNotices() {}

    static Notice of(News news) {
        return switch (news) {
            case SensorLost(String sensor, String reason) -> sensorLost(sensor, reason);
            case SensorBack(String sensor, Duration away) -> sensorBack(sensor, away);
            case MessagesUnreadable unreadable -> messagesUnreadable(unreadable);
            case BusStuck(String bus, String sensor) -> busStuck(bus, sensor);
            case BusFreed(String bus, Duration stuck) -> busFreed(bus, stuck);
            case LineSkipped(DamagedLine line) -> lineSkipped(line);
            case RecordsDropped(DropReport report) -> recordsDropped(report);
            case RecordsLost(SeqRange range, String reason) -> recordsLost(range, reason);
            case StorageChanged(boolean failing, String reason) -> failing ? storageFailed(reason) : storageBack();
            case MessageRefused(long seq, String topic) -> messageRefused(seq, topic);
            case Noted(String request, String text) ->
                new Notice("note", Severity.INFO, text, Map.of("request", request));
            case HistoryChanged(Notice notice) -> notice;
        };
    }

    // ---- sensors ----

    private static Notice sensorLost(String sensor, String reason) {
        LOG.warn("sensor {}: lost: {}", sensor, reason);
        return new Notice(
                "sensor-lost",
                Severity.WARNING,
                "Sensor " + sensor + " does not measure: " + reason + ".",
                Map.of("sensor", sensor, "reason", reason));
    }

    private static Notice sensorBack(String sensor, Duration away) {
        LOG.info("sensor {}: back after {} s", sensor, away.toSeconds());
        return new Notice(
                "sensor-back",
                Severity.INFO,
                "Sensor " + sensor + " measures again.",
                Map.of("sensor", sensor, "away-ms", away.toMillis()));
    }

    private static Notice messagesUnreadable(MessagesUnreadable messages) {
        LOG.warn(
                "source {}: {} messages skipped, the latest on {}: {}",
                messages.source(),
                messages.count(),
                messages.topic(),
                messages.reason());
        return new Notice(
                "messages-unreadable",
                Severity.WARNING,
                "Messages of " + messages.source() + " say nothing of use and were skipped.",
                Map.of(
                        "sensor",
                        messages.source(),
                        "topic",
                        messages.topic(),
                        "reason",
                        messages.reason(),
                        "count",
                        messages.count()));
    }

    private static Notice busStuck(String bus, String sensor) {
        LOG.error("bus {}: a transfer of {} does not end", bus, sensor);
        return new Notice(
                "bus-stuck",
                Severity.ALARM,
                "A transfer on " + bus + " does not end; its sensors are missing.",
                Map.of("bus", bus, "sensor", sensor));
    }

    private static Notice busFreed(String bus, Duration stuck) {
        LOG.info("bus {}: goes on after {} s", bus, stuck.toSeconds());
        return new Notice(
                "bus-back",
                Severity.INFO,
                "The bus " + bus + " goes on.",
                Map.of("bus", bus, "stuck-ms", stuck.toMillis()));
    }

    private static Notice lineSkipped(DamagedLine line) {
        LOG.warn("line skipped: {}", line.describe());
        return new Notice(
                "line-skipped",
                Severity.WARNING,
                "A line of a recording is damaged and was skipped.",
                Map.of("file", line.file().getFileName().toString(), "line", line.line(), "reason", line.reason()));
    }

    // ---- the outbox ----

    private static Notice recordsLost(SeqRange range, String reason) {
        LOG.warn("outbox: {} records lost, {} to {}: {}", range.size(), range.from(), range.to(), reason);
        return new Notice(
                GatewayEvent.RECORDS_LOST,
                Severity.ALARM,
                range.size() + " messages are lost: " + reason + ".",
                Map.of("from-seq", range.from(), "to-seq", range.to(), "reason", reason));
    }

    private static Notice recordsDropped(DropReport report) {
        SeqRange range = report.range();
        LOG.warn(
                "outbox: full: {} to {} go, {} messages lost, {} summaries merged into {}",
                range.from(),
                range.to(),
                report.lost(),
                report.condensed(),
                report.into());
        Map<String, Object> detail = Map.of(
                "from-seq", range.from(),
                "to-seq", range.to(),
                "from-ms", report.fromMillis(),
                "to-ms", report.toMillis(),
                "merged", report.condensed(),
                "into", report.into(),
                "lost", report.lost(),
                "reason", "outbox full");
        return report.lost() > 0
                ? new Notice(
                        GatewayEvent.RECORDS_LOST,
                        Severity.ALARM,
                        report.lost() + " messages are lost: outbox full.",
                        detail)
                : new Notice(
                        GatewayEvent.SUMMARIES_MERGED,
                        Severity.WARNING,
                        report.condensed() + " summaries are merged into " + report.into()
                                + " coarser ones: outbox full.",
                        detail);
    }

    private static Notice messageRefused(long seq, String topic) {
        return new Notice(
                "message-refused",
                Severity.ALARM,
                "The broker does not take a message; it is in dead-letters.jsonl beside the outbox.",
                Map.of("seq", seq, "topic", topic));
    }

    private static Notice storageFailed(String reason) {
        LOG.error("outbox: cannot be written: {}; summaries wait in memory", reason);
        return new Notice("storage-failed", Severity.ALARM, "The card takes no more data.", Map.of("reason", reason));
    }

    private static Notice storageBack() {
        LOG.info("outbox: can be written again");
        return new Notice("storage-back", Severity.INFO, "The card takes data again.", Map.of());
    }
}
