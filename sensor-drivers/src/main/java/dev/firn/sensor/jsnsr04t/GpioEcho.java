package dev.firn.sensor.jsnsr04t;

import com.pi4j.io.gpio.digital.DigitalOutput;
import dev.firn.bus.Edge;
import dev.firn.bus.EdgeLines;
import dev.firn.sensor.Measured;
import dev.firn.sensor.Step;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Supplier;

/** A part at two GPIO lines: Firn drives the one, and the kernel notes when the other changes. */
final class GpioEcho implements EchoSource {

    /** 10 µs are enough for an HC-SR04, 20 µs for a JSN-SR04T; longer does no harm. */
    private static final Duration TRIGGER = Duration.ofNanos(20_000);

    /** Longer than an echo can take, so that the next ping does not hear this one's: HC-SR04 manual. */
    private static final Duration REST = Duration.ofMillis(60);

    private final DigitalOutput trigger;
    private final EdgeLines echo;

    GpioEcho(DigitalOutput trigger, EdgeLines echo) {
        this.trigger = trigger;
        this.echo = echo;
    }

    @Override
    public Step ping(Supplier<Step> next) {
        echo.fetch();
        trigger.high();
        return Step.after(TRIGGER, () -> {
            trigger.low();
            return Step.after(REST, next);
        });
    }

    @Override
    public Optional<Measured> collect() {
        Iterator<Edge> edges = echo.fetch().iterator();
        return next(edges, true)
                .map(rise -> next(edges, false)
                        .map(fall -> EchoPulse.distance(fall.timeNanos() - rise.timeNanos()))
                        .orElseGet(EchoPulse::noTarget));
    }

    /** Edges before it, such as the end of an echo that came too late, are passed over. */
    private static Optional<Edge> next(Iterator<Edge> edges, boolean active) {
        while (edges.hasNext()) {
            Edge edge = edges.next();
            if (edge.active() == active) {
                return Optional.of(edge);
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        try (trigger) {
            echo.close();
        }
    }
}
