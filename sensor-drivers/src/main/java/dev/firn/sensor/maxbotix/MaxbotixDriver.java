package dev.firn.sensor.maxbotix;

import dev.firn.sensor.Driver;
import dev.firn.sensor.DriverDescriptor;
import dev.firn.sensor.DriverKey;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.SensorContext;
import dev.firn.sensor.SettingConflict;
import dev.firn.sensor.SettingType;
import dev.firn.sensor.Settings;
import dev.firn.sensor.Wiring;
import dev.firn.sensor.serial.TalkingPart;
import dev.firn.sensor.ultrasonic.SpeedOfSound;
import dev.firn.sensor.ultrasonic.UltrasonicSite;
import dev.firn.telemetry.Quantity;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** MaxBotix HRXL-MaxSonar-WR, an ultrasonic sensor for snow height. */
public final class MaxbotixDriver implements Driver {

    private static final int BAUD = 9600;

    /** In °C. */
    private static final double ASSUMED_AIR = 20;

    private static final DriverKey<String> PORT =
            DriverKey.required("port", SettingType.DEVICE_FILE, "The serial port, such as /dev/ttyAMA1.");
    private static final DriverKey<MaxbotixModel> MODEL = DriverKey.of(
            "model",
            MaxbotixModel.SETTING,
            MaxbotixModel.FIVE_METRES,
            "How far the part reaches: 5m (MB7360, MB7380) or 10m (MB7363, MB7383). Default: 5m.");

    private static final DriverDescriptor DESCRIPTOR = new DriverDescriptor(
            "maxbotix",
            "MaxBotix HRXL-MaxSonar-WR: distance by the flight of sound, and snow height.",
            List.of(
                    "3.3 V, ground, its pin 5 (serial output) to pin 10 (RXD) or to another port's RXD.",
                    "MB738x: directly. MB736x: its signal is inverted (RS232); put a converter between.",
                    "Pointing straight down, free of mast and guys for a cone of 15 degrees."),
            UltrasonicSite.outputs("0.3 to 5 m, or 0.5 to 10 m", "±1 % with the air's temperature"),
            Duration.ofSeconds(10),
            Stream.concat(Stream.of(PORT, MODEL), UltrasonicSite.KEYS.stream()).toList());

    @Override
    public DriverDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public List<Quantity> quantities(Settings settings) {
        return UltrasonicSite.quantities(settings);
    }

    @Override
    public Wiring wiring(Settings settings) {
        return Wiring.alone(settings.get(PORT));
    }

    @Override
    public List<SettingConflict> conflicts(Settings settings) {
        MaxbotixModel model = settings.get(MODEL);
        return UltrasonicSite.conflicts(settings, model.nearest, model.farthest);
    }

    @Override
    public Sensor open(Settings settings, SensorContext context) {
        MaxbotixModel model = settings.get(MODEL);
        return new MaxbotixSensor(
                new TalkingPart<>(
                        context.buses().serial(settings.get(PORT), BAUD), new MaxbotixFrames(), System::nanoTime),
                model,
                UltrasonicSite.of(settings, context.latest(), SpeedOfSound.at(ASSUMED_AIR), model.nearest));
    }
}
