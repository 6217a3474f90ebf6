package dev.firn.sensor.pulse;

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

/** A tipping bucket with a contact. */
public final class RainGaugeDriver implements Driver {

    private static final DriverKey<Double> MILLIMETRES_PER_TIP = DriverKey.of(
            "millimetres-per-tip",
            SettingType.number(0.001, 100),
            0.2794,
            "Rain for one tip of the bucket in mm, 0.001 to 100. Default: 0.2794 (0.011 inch).");
    private static final DriverKey<Duration> DEBOUNCE =
            DriverKey.debounce(Duration.ofMillis(100), "a bucket takes longer than that to fill, and swings");

    private static final DriverDescriptor DESCRIPTOR = new DriverDescriptor(
            "rain-gauge",
            "A tipping bucket with a contact: precipitation.",
            List.of(
                    "One wire to the line, the other to ground (pin 9).",
                    "Snow is measured as it melts: at once only if the gauge is heated."),
            List.of(Output.of(
                    Quantity.PRECIPITATION,
                    "0 mm and up, since the reading before",
                    "a tip, and the maker's ±2 to 5 %")),
            Duration.ofMinutes(1),
            List.of(PulseSettings.CHIP, PulseSettings.LINE, MILLIMETRES_PER_TIP, DEBOUNCE, PulseSettings.PULL));

    @Override
    public DriverDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public List<Quantity> quantities(Settings settings) {
        return List.of(Quantity.PRECIPITATION);
    }

    @Override
    public Wiring wiring(Settings settings) {
        return PulseSettings.wiring(settings);
    }

    @Override
    public Sensor open(Settings settings, SensorContext context) {
        return new RainGaugeSensor(
                PulseSettings.open(settings, context, settings.get(DEBOUNCE)), settings.get(MILLIMETRES_PER_TIP));
    }
}
