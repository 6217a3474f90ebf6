package dev.firn.sensor.beampair;

import com.pi4j.io.gpio.digital.PullResistance;
import dev.firn.bus.EdgeRequest;
import dev.firn.sensor.Driver;
import dev.firn.sensor.DriverDescriptor;
import dev.firn.sensor.DriverDescriptor.Output;
import dev.firn.sensor.DriverKey;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.SensorContext;
import dev.firn.sensor.SettingConflict;
import dev.firn.sensor.SettingType;
import dev.firn.sensor.Settings;
import dev.firn.sensor.Wiring;
import dev.firn.telemetry.Quantity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Two light beams across a gate, one behind the other: people in and out. */
public final class BeamPairDriver implements Driver {

    /** The level of a line whose beam is broken. */
    enum Level {
        LOW,
        HIGH
    }

    private static final DriverKey<String> CHIP = DriverKey.gpioChip();
    private static final DriverKey<List<Integer>> LINES = DriverKey.required(
            "lines",
            SettingType.list(SettingType.LINE, 2, 2),
            "The GPIO lines of beam A and beam B, such as [17, 27]; who comes in breaks A first.");
    private static final DriverKey<Level> BROKEN = DriverKey.of(
            "broken",
            SettingType.choice(Level.class),
            Level.LOW,
            "The level of a broken beam: low where the receiver pulls the line to ground when it is dark, high where it"
                    + " does so in the light. Default: low.");
    private static final DriverKey<Duration> MIN_BREAK =
            time("min-break", 10, 1000, "How long a beam has to be broken, or whole again, before that counts");
    private static final DriverKey<Duration> MIN_BETWEEN =
            time("min-between", 5, 1000, "How long after the one beam the other has to break, or it was both at once");
    private static final DriverKey<Duration> TIMEOUT =
            time("timeout", 500, 60_000, "How long somebody may be between the beams without breaking either");
    private static final DriverKey<Duration> BLOCKED_AFTER =
            time("blocked-after", 2500, 3_600_000, "From when on a beam that stays broken is blocked");
    private static final DriverKey<PullResistance> PULL = DriverKey.pull();
    private static final DriverKey<Duration> DEBOUNCE =
            DriverKey.debounce(Duration.ofMillis(1), "receivers flicker at the edge of a body");

    private static final String BOUND = "a lower bound: two side by side are one";

    private static final DriverDescriptor DESCRIPTOR = new DriverDescriptor(
            "beam-pair",
            "Two light beams one behind the other: people in and out.",
            List.of(
                    "Beams 30 to 60 cm apart, at the height of the hips.",
                    "Receivers with an open collector (NPN), each to its line; ground to pin 9.",
                    "Never more than 3.3 V at a line: 12 V and 24 V receivers need an optocoupler."),
            List.of(
                    Output.of(Quantity.PEOPLE_IN, "0 and up, since the reading before", BOUND),
                    Output.of(Quantity.PEOPLE_OUT, "0 and up, since the reading before", BOUND),
                    Output.of(Quantity.GATE_BLOCKED, "0 or 1", "as of the moment of the reading")),
            Duration.ofSeconds(1),
            List.of(CHIP, LINES, BROKEN, MIN_BREAK, MIN_BETWEEN, TIMEOUT, BLOCKED_AFTER, DEBOUNCE, PULL));

    private static DriverKey<Duration> time(String name, int usual, int most, String sentence) {
        return DriverKey.of(
                name,
                SettingType.duration(Duration.ZERO, Duration.ofMillis(most)),
                Duration.ofMillis(usual),
                sentence + ". Default: " + usual + "ms.");
    }

    @Override
    public DriverDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public List<Quantity> quantities(Settings settings) {
        return List.of(Quantity.PEOPLE_IN, Quantity.PEOPLE_OUT, Quantity.GATE_BLOCKED);
    }

    @Override
    public Wiring wiring(Settings settings) {
        return Wiring.gpio(settings.get(CHIP), settings.get(LINES));
    }

    @Override
    public List<SettingConflict> conflicts(Settings settings) {
        List<SettingConflict> conflicts = new ArrayList<>();
        List<Integer> lines = settings.get(LINES);
        if (lines.getFirst().equals(lines.getLast())) {
            conflicts.add(new SettingConflict("lines", "are the same line twice", "give each beam its own"));
        }
        if (settings.get(MIN_BREAK).compareTo(settings.get(BLOCKED_AFTER)) >= 0) {
            conflicts.add(new SettingConflict(
                    "min-break", "is not less than blocked-after: no beam would ever count", "make it shorter"));
        }
        return conflicts;
    }

    @Override
    public Sensor open(Settings settings, SensorContext context) {
        EdgeRequest request = new EdgeRequest(
                settings.get(CHIP),
                settings.get(LINES),
                settings.get(PULL),
                settings.get(BROKEN) == Level.LOW,
                EdgeRequest.Edges.BOTH,
                settings.get(DEBOUNCE));
        GateTimes times = new GateTimes(
                settings.get(MIN_BREAK), settings.get(MIN_BETWEEN), settings.get(TIMEOUT), settings.get(BLOCKED_AFTER));
        return new BeamPairSensor(context.buses().edges(request), times, System::nanoTime);
    }
}
