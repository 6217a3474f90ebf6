package dev.firn.sensor.nmea;

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

/** A satellite receiver (GPS, Galileo, GLONASS, BeiDou) with NMEA 0183 on a serial line. */
public final class NmeaDriver implements Driver {

    private static final DriverKey<String> PORT = DriverKey.required(
            "port", SettingType.DEVICE_FILE, "The serial port, such as /dev/ttyAMA1 or /dev/ttyUSB0.");
    private static final DriverKey<Integer> BAUD = DriverKey.of(
            "baud", SettingType.integer(1200, 921_600), 9600, "Bits a second, 1200 to 921600. Default: 9600.");

    private static final DriverDescriptor DESCRIPTOR = new DriverDescriptor(
            "nmea",
            "A satellite receiver with NMEA 0183 on a serial line: where it is and how it moves.",
            List.of(
                    "3.3 V or 5 V by its data sheet, ground, its TX to the RX of a serial port.",
                    "With dtoverlay=uart1 (Pi 4: uart3) or a USB receiver; the login console must not have the port."),
            List.of(
                    Output.of(Quantity.LATITUDE, "-90 to 90, south is negative", "some 3 m with a free sky"),
                    Output.of(Quantity.LONGITUDE, "-180 to 180, west is negative", "some 3 m with a free sky"),
                    Output.of(Quantity.ALTITUDE, "above mean sea level", "some 5 to 10 m"),
                    Output.of(Quantity.GROUND_SPEED, "0 to 100 m/s", "0.1 m/s"),
                    Output.of(Quantity.COURSE, "0 to 360, from true north", "1 deg at 5 m/s; noise below 0.5 m/s"),
                    Output.of(Quantity.SATELLITES, "those that are used", "exact"),
                    Output.of(Quantity.POSITION_DILUTION, "0.5 to 100, horizontal", "exact")),
            Duration.ofSeconds(1),
            List.of(PORT, BAUD));

    @Override
    public DriverDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public List<Quantity> quantities(Settings settings) {
        return NmeaSensor.QUANTITIES;
    }

    @Override
    public Wiring wiring(Settings settings) {
        return Wiring.alone(settings.get(PORT));
    }

    @Override
    public Sensor open(Settings settings, SensorContext context) {
        return new NmeaSensor(
                context.buses().serial(settings.get(PORT), settings.get(BAUD)), System::nanoTime, context.time());
    }
}
