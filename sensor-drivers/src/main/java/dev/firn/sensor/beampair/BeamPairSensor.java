package dev.firn.sensor.beampair;

import dev.firn.bus.Edge;
import dev.firn.bus.EdgeLines;
import dev.firn.sensor.Measured;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.Step;
import dev.firn.telemetry.Quantity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Two beams at two GPIO lines, the first of which is A. An active line is a broken beam. */
final class BeamPairSensor implements Sensor {

    /** In the order of the request. */
    private static final List<Beam> BEAMS = List.of(Beam.A, Beam.B);

    /** Well below the time in which two flickering lines fill the kernel's queue. */
    private static final Duration FETCH_EVERY = Duration.ofMillis(100);

    /** How long an edge may take from its time into the kernel's queue. */
    private static final long ON_ITS_WAY_NANOS = Duration.ofMillis(20).toNanos();

    private final EdgeLines lines;
    private final GateCounter counter;
    private final LongSupplier clock;
    private long lost;
    private long newlyLost;

    /**
     * Beams.
     *
     * @param lines both
     * @param clock nanoseconds in the time of the edges; only lets time-outs pass
     */
    BeamPairSensor(EdgeLines lines, GateTimes times, LongSupplier clock) {
        this.lines = lines;
        this.counter = new GateCounter(times);
        this.clock = clock;
    }

    @Override
    public Step initialise() {
        lines.fetch();
        lost = lines.lost();
        counter.start(lines.isActive(0), lines.isActive(1), clock.getAsLong());
        return Step.finished();
    }

    @Override
    public Optional<Duration> attendEvery() {
        return Optional.of(FETCH_EVERY);
    }

    @Override
    public void attend() {
        // Before the fetch: whatever is older than this has come by then.
        long now = clock.getAsLong();
        List<Edge> edges = lines.fetch();
        boolean someLost = lines.lost() > lost;
        if (someLost) {
            newlyLost += lines.lost() - lost;
            lost = lines.lost();
            counter.forget();
        }
        edges.forEach(edge -> counter.edge(BEAMS.get(edge.index()), edge.active(), edge.timeNanos()));
        if (someLost) {
            resume(edges.isEmpty() ? now : Math.max(now, edges.getLast().timeNanos()));
        }
        counter.advance(now - ON_ITS_WAY_NANOS);
    }

    @Override
    public Step measure() {
        attend();
        boolean blocked = counter.isBlocked(clock.getAsLong());
        String doubt = doubt(blocked);
        newlyLost = 0;
        return Step.finished(
                people(Quantity.PEOPLE_IN, counter.takePassages(Beam.A), doubt),
                people(Quantity.PEOPLE_OUT, counter.takePassages(Beam.B), doubt),
                Measured.of(Quantity.GATE_BLOCKED, blocked ? 1 : 0));
    }

    @Override
    public void close() {
        lines.close();
    }

    /** What was lost may have been the last edge of a line. */
    private void resume(long time) {
        BEAMS.forEach(beam -> counter.edge(beam, lines.isActive(BEAMS.indexOf(beam)), time));
    }

    private String doubt(boolean blocked) {
        if (newlyLost > 0) {
            return "a lower bound: " + newlyLost + " changes of the beams were lost";
        }
        return blocked ? "a lower bound: a beam is blocked" : "";
    }

    private static Measured people(Quantity quantity, int count, String doubt) {
        return doubt.isEmpty() ? Measured.of(quantity, count) : Measured.suspect(quantity, count, doubt);
    }
}
