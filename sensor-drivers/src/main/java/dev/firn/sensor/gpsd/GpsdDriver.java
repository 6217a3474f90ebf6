package dev.firn.sensor.gpsd;

import dev.firn.sensor.Driver;
import dev.firn.sensor.DriverDescriptor;
import dev.firn.sensor.DriverDescriptor.Output;
import dev.firn.sensor.DriverKey;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.SensorContext;
import dev.firn.sensor.SettingType;
import dev.firn.sensor.Settings;
import dev.firn.sensor.Wiring;
import dev.firn.telemetry.Quantity;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A satellite receiver that gpsd has. */
public final class GpsdDriver implements Driver {

    private static final DriverKey<String> HOST =
            DriverKey.of("host", SettingType.WORD, "localhost", "The machine that gpsd runs on. Default: localhost.");
    private static final DriverKey<Integer> PORT =
            DriverKey.of("port", SettingType.integer(1, 65_535), 2947, "gpsd's TCP port. Default: 2947.");

    private static final DriverDescriptor DESCRIPTOR = new DriverDescriptor(
            "gpsd",
            "A satellite receiver that gpsd has: where it is and how it moves.",
            List.of(
                    "gpsd has the receiver: its port is in /etc/default/gpsd.",
                    "gpsd on another machine listens there only with its option -G."),
            List.of(
                    Output.of(Quantity.LATITUDE, "-90 to 90, south is negative", "position-error says it"),
                    Output.of(Quantity.LONGITUDE, "-180 to 180, west is negative", "position-error says it"),
                    Output.of(Quantity.ALTITUDE, "above mean sea level", "some 5 to 10 m"),
                    Output.of(Quantity.GROUND_SPEED, "0 to 100 m/s", "0.1 m/s"),
                    Output.of(Quantity.COURSE, "0 to 360, from true north", "1 deg at 5 m/s; noise below 0.5 m/s"),
                    Output.of(Quantity.SATELLITES, "those that are used", "exact"),
                    Output.of(Quantity.POSITION_DILUTION, "0.5 to 100, horizontal", "exact"),
                    Output.of(Quantity.POSITION_ERROR, "0 m and up, horizontal", "gpsd's estimate")),
            Duration.ofSeconds(1),
            List.of(HOST, PORT));

    @Override
    public DriverDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public List<Quantity> quantities(Settings settings) {
        return GpsdSensor.QUANTITIES;
    }

    /** gpsd serves any number. */
    @Override
    public Wiring wiring(Settings settings) {
        return new Wiring(settings.get(HOST) + ":" + settings.get(PORT), Set.of());
    }

    @Override
    public Sensor open(Settings settings, SensorContext context) {
        return new GpsdSensor(
                context.buses().tcp(settings.get(HOST), settings.get(PORT)), System::nanoTime, context.time());
    }
}
