package dev.firn.sensor.sht;

import com.pi4j.io.i2c.I2C;
import java.time.Duration;
import java.util.HexFormat;

/**
 * Something that a part is told.
 *
 * @param bytes hexadecimal, as sent
 * @param time how long it takes at most
 */
record ShtCommand(String bytes, Duration time) {

    static ShtCommand micros(String bytes, int micros) {
        return new ShtCommand(bytes, Duration.ofNanos(1000L * micros));
    }

    void sendTo(I2C device) {
        device.write(HexFormat.of().parseHex(bytes));
    }
}
