package dev.firn.gateway;

import dev.firn.clock.ClockChange;
import dev.firn.clock.ClockChange.Corrected;
import dev.firn.clock.ClockChange.Decided;
import dev.firn.clock.ClockChange.Refused;
import dev.firn.clock.ClockChange.Unsynced;
import dev.firn.uplink.GatewayEvent;
import dev.firn.uplink.GatewayEvent.Severity;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What the cloud and the log are told of the clock. */
final class ClockNotices {

    private ClockNotices() {}

    /**
     * The event of a change; empty where nobody need know.
     *
     * @param nowMillis the time of day after it
     */
    static Optional<GatewayEvent> of(ClockChange change, long nowMillis) {
        return switch (change) {
            case Decided _ -> Optional.empty();
            case Unsynced() ->
                Optional.of(new GatewayEvent(
                        nowMillis,
                        "clock-unsynced",
                        Severity.WARNING,
                        "No source of time has set the clock; dates are a guess until one does.",
                        Map.of()));
            case Corrected corrected -> Optional.of(corrected(corrected, nowMillis));
            case Refused refused -> Optional.of(refused(refused, nowMillis));
        };
    }

    private static GatewayEvent corrected(Corrected change, long nowMillis) {
        return new GatewayEvent(
                nowMillis,
                "clock-corrected",
                change.wasRight() ? Severity.WARNING : Severity.INFO,
                "The clock was at " + text(change.fromMillis()) + " and is set to " + text(change.toMillis()) + ".",
                Map.of(
                        "from-ms",
                        change.fromMillis(),
                        "to-ms",
                        change.toMillis(),
                        "step-ms",
                        change.toMillis() - change.fromMillis(),
                        "source",
                        change.source().word()));
    }

    private static GatewayEvent refused(Refused change, long nowMillis) {
        return new GatewayEvent(
                nowMillis,
                "clock-refused",
                Severity.ALARM,
                (change.byReceiver() ? "The satellite receiver says " : "The system's clock went to ")
                        + text(change.saidMillis()) + ", which is not believed; the gateway goes on at "
                        + text(change.oursMillis())
                        + ". If that is right, restart the service to take it.",
                Map.of(
                        "system-ms",
                        change.saidMillis(),
                        "ours-ms",
                        change.oursMillis(),
                        "step-ms",
                        change.saidMillis() - change.oursMillis()));
    }

    private static String text(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
