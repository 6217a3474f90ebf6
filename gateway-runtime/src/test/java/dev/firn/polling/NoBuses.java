package dev.firn.polling;

import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.PullResistance;
import com.pi4j.io.i2c.I2C;
import dev.firn.bus.BusException;
import dev.firn.bus.BusFault;
import dev.firn.bus.Buses;
import dev.firn.bus.ByteStream;
import dev.firn.bus.EdgeLines;
import dev.firn.bus.EdgeRequest;
import dev.firn.bus.Sysfs;
import java.nio.file.Path;
import java.time.Duration;

/** A board without anything connected. */
final class NoBuses implements Buses {

    @Override
    public I2C i2c(String bus, int address) {
        throw absent(bus);
    }

    @Override
    public EdgeLines edges(EdgeRequest request) {
        throw absent(request.chip());
    }

    @Override
    public DigitalOutput output(String chip, int line, boolean high) {
        throw absent(chip);
    }

    @Override
    public DigitalInput input(String chip, int line, PullResistance pull, Duration debounce) {
        throw absent(chip);
    }

    @Override
    public ByteStream serial(String port, int baud) {
        throw absent(port);
    }

    @Override
    public ByteStream tcp(String host, int port) {
        throw absent(host);
    }

    @Override
    public Sysfs sysfs() {
        return new Sysfs(Path.of("/nonexistent"));
    }

    @Override
    public void close() {
        // Nothing was opened.
    }

    private static BusException absent(String place) {
        return new BusException(place, BusFault.NO_BUS, "");
    }
}
