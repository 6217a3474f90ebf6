package dev.firn.polling;

import dev.firn.sensor.ConfiguredSensor;
import dev.firn.sensor.Measured;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.SensorContext;
import dev.firn.sensor.Step;
import dev.firn.telemetry.Quantity;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with one sensor, and when: detect and initialise, measure at each moment of its schedule, attend
 * to it in between, look for it again when it is lost. It never waits: the time comes in, and {@link #dueNanos} says when
 * it wants to be called next; the clock is asked only after a transfer, which takes time. One thread, that of the bus.
 *
 * <pre>
 *            open, initialise               measure
 *  ABSENT ───────────────────> TALKING ──────────────> READY ──┐
 *    ^                            │   <────────────────────────┘ at the next moment
 *    └────────────────────────────┘
 *      something failed: missing, close, look again after a while
 * </pre>
 */
final class SensorTask {

    /** A part that is still not done after this long is taken for dead. */
    static final Duration LONGEST_CONVERSATION = Duration.ofSeconds(30);

    private final ConfiguredSensor configured;
    private final List<Quantity> quantities;
    private final SensorContext context;
    private final PollingListener listener;
    private final LongSupplier nanoTime;
    private final Schedule schedule;
    private final Health health;
    private final Retry retry = new Retry();

    private State state = State.ABSENT;
    private @Nullable Sensor sensor;
    /** What comes next in the conversation; null while there is none. */
    private @Nullable Supplier<Step> next;

    private boolean measuring;
    private long nextNanos;
    private long conversationStartNanos;
    private long attendNanos = Long.MAX_VALUE;
    /** Number of the schedule's moment that has to be served next. */
    private long moment;

    private enum State {
        /** Not open; looked for at {@code nextNanos}. */
        ABSENT,
        /** In a conversation that goes on at {@code nextNanos}. */
        TALKING,
        /** Initialised; measured at the next moment. */
        READY
    }

    SensorTask(
            ConfiguredSensor configured,
            SensorContext context,
            PollingListener listener,
            LongSupplier nanoTime,
            long startNanos) {
        this.nanoTime = nanoTime;
        this.configured = configured;
        this.quantities = configured.quantities();
        this.context = context;
        this.listener = listener;
        this.schedule = new Schedule(startNanos, configured.every().toNanos());
        this.health = new Health(configured.id(), listener);
        this.nextNanos = startNanos;
    }

    String id() {
        return configured.id();
    }

    Schedule schedule() {
        return schedule;
    }

    /** When something is to be done; before that {@link #run} does nothing. */
    long dueNanos() {
        return switch (state) {
            case ABSENT -> Math.min(nextNanos, schedule.moment(moment));
            case TALKING -> nextNanos;
            case READY -> Math.min(attendNanos, schedule.moment(moment));
        };
    }

    /** Does what is due. */
    void run(long nowNanos) {
        if (nowNanos < dueNanos()) {
            return;
        }
        try {
            switch (state) {
                case ABSENT -> lookForIt(nowNanos);
                case TALKING -> goOn();
                case READY -> serve(nowNanos);
            }
        } catch (RuntimeException e) {
            // Buses and parts fail in many ways, and a driver may have a fault: none of it may end the bus's thread.
            fail(describe(e), nanoTime.getAsLong());
        }
    }

    /** Moments up to this time were served by somebody else, while this one could not. */
    void skipUntil(long nanos) {
        moment = Math.max(moment, schedule.lastAt(nanos) + 1);
    }

    /** What is said of every quantity when nothing can be said. */
    List<Measured> missing(String reason) {
        return quantities.stream()
                .map(quantity -> Measured.missing(quantity, reason))
                .toList();
    }

    /** Lets go of the part. */
    void close() {
        Sensor open = sensor;
        sensor = null;
        next = null;
        attendNanos = Long.MAX_VALUE;
        if (open != null) {
            open.close();
        }
    }

    private void lookForIt(long nowNanos) {
        if (nowNanos >= nextNanos) {
            Sensor opened = configured.driver().open(configured.settings(), context);
            sensor = opened;
            talk(opened::initialise, false, nowNanos);
        } else {
            serveMissing(nowNanos);
        }
    }

    private void serve(long nowNanos) {
        Sensor open = opened();
        if (nowNanos >= attendNanos) {
            open.attend();
            attendAgain(open, nowNanos);
        }
        if (nowNanos >= schedule.moment(moment)) {
            moment = schedule.lastAt(nowNanos) + 1;
            talk(open::measure, true, nowNanos);
        }
    }

    private void talk(Supplier<Step> first, boolean isMeasurement, long nowNanos) {
        state = State.TALKING;
        measuring = isMeasurement;
        conversationStartNanos = nowNanos;
        next = first;
        goOn();
    }

    private void goOn() {
        Supplier<Step> what = next;
        if (what == null) {
            throw new IllegalStateException("no conversation with " + id());
        }
        switch (what.get()) {
            case Step.Pause(Duration time, Supplier<Step> then) -> pause(time, then, nanoTime.getAsLong());
            case Step.Finished(List<Measured> values) -> finish(values, nanoTime.getAsLong());
        }
    }

    private void pause(Duration time, Supplier<Step> then, long nowNanos) {
        next = then;
        nextNanos = nowNanos + time.toNanos();
        if (nextNanos - conversationStartNanos > LONGEST_CONVERSATION.toNanos()) {
            fail("not done after " + LONGEST_CONVERSATION.toSeconds() + " s", nowNanos);
        }
    }

    private void finish(List<Measured> values, long nowNanos) {
        state = State.READY;
        next = null;
        if (measuring) {
            retry.reset();
            health.well(nowNanos);
            listener.measured(id(), values, nowNanos);
        } else {
            attendAgain(opened(), nowNanos);
            if (attendNanos < Long.MAX_VALUE) {
                // What speaks by itself has had no time yet to say something.
                moment = Math.max(moment, schedule.lastAt(nowNanos) + 1);
            }
        }
    }

    private void attendAgain(Sensor open, long nowNanos) {
        attendNanos =
                open.attendEvery().map(every -> nowNanos + every.toNanos()).orElse(Long.MAX_VALUE);
    }

    private void fail(String reason, long nowNanos) {
        boolean owed = state == State.TALKING && measuring;
        state = State.ABSENT;
        nextNanos = nowNanos + retry.next().toNanos();
        health.failed(reason, nowNanos);
        if (owed) {
            listener.measured(id(), missing(reason), nowNanos);
        } else {
            serveMissing(nowNanos);
        }
        closeAfterFailure();
    }

    private void closeAfterFailure() {
        try {
            close();
        } catch (RuntimeException e) {
            // It was failing anyway; the reason that counts has been reported.
            sensor = null;
        }
    }

    /** If a moment has come, says that there is nothing to say. */
    private void serveMissing(long nowNanos) {
        if (nowNanos >= schedule.moment(moment)) {
            moment = schedule.lastAt(nowNanos) + 1;
            String reason = health.reason();
            listener.measured(id(), missing(reason == null ? "not found yet" : reason), nowNanos);
        }
    }

    private Sensor opened() {
        Sensor open = sensor;
        if (open == null) {
            throw new IllegalStateException(id() + " is not open");
        }
        return open;
    }

    private static String describe(RuntimeException fault) {
        String message = fault.getMessage();
        return fault.getClass().getName().startsWith("dev.firn.") && message != null ? message : fault.toString();
    }
}
