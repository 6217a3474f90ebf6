package dev.firn.derived;

import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.state.Stateful;
import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Reading;
import dev.firn.telemetry.Reason;
import dev.firn.telemetry.SeriesId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * All derived series of a gateway: judged readings go in, readings of the derived series come out. A reading of the first
 * role of a calculation sets it off; the result has its time. Of every other input the latest reading counts: it must be
 * usable and within the greatest age of that time. One that is not there yet is waited for, as inputs of one instant
 * come one after the other: until it comes, until the first role's next reading, or for a second. If it does not come
 * the result is missing, for the reason {@code input}.
 *
 * <p>A result has the worst flag of its inputs, and that one's reason; if all are good it is not evaluated, so that the
 * tests of quality judge it. A reading that is older than one before it of the same series is left out. What is derived
 * may be an input of what is derived further; what is not plausible is not usable there. Readings of derived series
 * are not taken from outside.
 *
 * <p>A calculation over a period gives its result at the end of the period, when the next reading comes or by
 * {@link #advanceTo}. For one thread.
 */
public final class Derivations implements Stateful {

    private record Target(Derivation derivation, int role) {}

    // So that what a calculation needs comes before it.
    private final List<Derivation> ordered;
    // By sensor, then by the name of the quantity.
    private final Map<String, Map<String, List<Target>>> fromOutside = new HashMap<>();
    private final Map<String, Map<String, List<Target>>> fromInside = new HashMap<>();

    /**
     * Calculations that have seen nothing yet.
     *
     * @throws IllegalArgumentException if two give the same series, or if some need one another's results in a circle
     */
    public Derivations(List<DerivedSettings> settings) {
        DependencyOrder order = new DependencyOrder(settings);
        ordered = order.sorted().stream().map(Derivation::new).toList();
        for (Derivation derivation : ordered) {
            addTargets(derivation, order);
        }
    }

    private void addTargets(Derivation derivation, DependencyOrder order) {
        List<Role> roles = derivation.settings().kind().roles();
        for (int role = 0; role < roles.size(); role++) {
            String series = derivation.settings().inputs().get(roles.get(role).name());
            if (series != null) {
                addTarget(series, new Target(derivation, role), order.isDerived(series) ? fromInside : fromOutside);
            }
        }
    }

    private static void addTarget(String series, Target target, Map<String, Map<String, List<Target>>> targets) {
        int slash = series.indexOf('/');
        targets.computeIfAbsent(series.substring(0, slash), sensor -> new HashMap<>())
                .computeIfAbsent(series.substring(slash + 1), quantity -> new ArrayList<>())
                .add(target);
    }

    /** The series that come out; what others need comes before them, otherwise as configured. */
    public List<SeriesId> series() {
        return ordered.stream().flatMap(each -> each.outputs().stream()).toList();
    }

    /** Whether readings of this series are wanted. */
    public boolean isInput(SeriesId series) {
        return !targets(fromOutside, series).isEmpty();
    }

    /** Takes a reading and hands on what follows from it; one that is no input does nothing. */
    public void accept(Reading judged, Consumer<Reading> derived) {
        List<Target> targets = targets(fromOutside, judged.series());
        if (!targets.isEmpty()) {
            Consumer<Reading> sink = sinkTo(derived);
            deliver(judged, targets, sink);
            run(sink);
        }
    }

    private static List<Target> targets(Map<String, Map<String, List<Target>>> all, SeriesId series) {
        Map<String, List<Target>> ofSensor = all.get(series.sensor());
        return ofSensor == null
                ? List.of()
                : ofSensor.getOrDefault(series.quantity().name(), List.of());
    }

    private static void deliver(Reading reading, List<Target> targets, Consumer<Reading> sink) {
        for (Target target : targets) {
            target.derivation().take(target.role(), reading, sink);
        }
    }

    // All inputs are in place before anything is calculated, so that a calculation does not mix old and new.
    private void run(Consumer<Reading> sink) {
        for (Derivation derivation : ordered) {
            derivation.run(sink);
        }
    }

    private Consumer<Reading> sinkTo(Consumer<Reading> derived) {
        return new Consumer<>() {
            @Override
            public void accept(Reading reading) {
                derived.accept(reading);
                deliver(believable(reading), targets(fromInside, reading.series()), this);
            }
        };
    }

    private static Reading believable(Reading reading) {
        double value = reading.value();
        boolean impossible = value < reading.series().quantity().min()
                || value > reading.series().quantity().max();
        return impossible
                ? new Reading(reading.series(), reading.timeMillis(), value, QualityFlag.FAIL, Reason.GROSS_RANGE)
                : reading;
    }

    /** When {@link #advanceTo} has something to do; {@link Long#MAX_VALUE} while it has not. */
    public long nextDeadlineMillis() {
        long next = Long.MAX_VALUE;
        for (Derivation derivation : ordered) {
            next = Math.min(next, derivation.nextDeadlineMillis());
        }
        return next;
    }

    /** Ends what waits, and every period that is over at this time; going back does no harm. */
    public void advanceTo(long nowMillis, Consumer<Reading> derived) {
        Consumer<Reading> sink = sinkTo(derived);
        for (Derivation derivation : ordered) {
            derivation.run(sink);
            derivation.advanceTo(nowMillis, sink);
        }
    }

    @Override
    public void save(StateWriter state) {
        ordered.forEach(derivation -> derivation.save(state));
    }

    @Override
    public void restore(StateReader state) {
        ordered.forEach(derivation -> derivation.restore(state));
    }
}
