package dev.firn.sensor.amg8833;

import com.pi4j.io.i2c.I2C;
import dev.firn.bus.Words;
import dev.firn.sensor.Measured;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.SensorFaultException;
import dev.firn.sensor.Step;
import dev.firn.telemetry.Quantity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** An AMG8833 that Firn speaks to: looks at each frame, and tells how many people it saw. */
final class Amg8833Sensor implements Sensor {

    private static final int POWER = 0x00;
    private static final int RESET = 0x01;
    private static final int FRAME_RATE = 0x02;
    private static final int INTERRUPT = 0x03;
    private static final int THERMISTOR = 0x0E;
    private static final int PIXELS = 0x80;

    private static final byte NORMAL = 0x00;
    private static final byte INITIAL_RESET = 0x3F;
    private static final byte FLAG_RESET = 0x30;
    private static final byte TEN_FRAMES_A_SECOND = 0x00;
    private static final byte OFF = 0x00;

    /** Specification "Power on": two frames after 50 ms, before that the pixels are not settled. */
    private static final int SETTLING_MILLIS = 250;

    private static final Duration FRAME = Duration.ofMillis(100);

    /** One minute of frames. */
    private static final int BACKGROUND_FRAMES = 600;

    private static final int LEAST_PIXELS = 2;

    private final I2C device;
    private final InTowards inTowards;
    private final BlobFinder finder;
    private final Background background;
    private final CrossingCounter crossings = new CrossingCounter();
    private List<Blob> people = List.of();

    /**
     * A camera.
     *
     * @param warmer by how many kelvins people are above the background
     * @param inTowards which way counts as in
     */
    Amg8833Sensor(I2C device, double warmer, InTowards inTowards) {
        this.device = device;
        this.inTowards = inTowards;
        this.finder = new BlobFinder(warmer, LEAST_PIXELS);
        this.background = new Background(BACKGROUND_FRAMES, warmer);
    }

    /** The part has no identity: that its frames are not blank has to do. */
    @Override
    public Step initialise() {
        device.writeRegister(POWER, NORMAL);
        device.writeRegister(RESET, INITIAL_RESET);
        return Step.afterMillis(2, this::setUp);
    }

    @Override
    public Optional<Duration> attendEvery() {
        return Optional.of(FRAME);
    }

    @Override
    public void attend() {
        byte[] pixels = read(PIXELS, 2 * Amg8833Words.PIXELS);
        if (Words.areBlank(pixels)) {
            throw new SensorFaultException(
                    "all pixels are %02x: the part does not measure".formatted(Words.u8(pixels, 0)));
        }
        people = finder.find(background.excess(Amg8833Words.frame(pixels)));
        crossings.see(people);
    }

    @Override
    public Step measure() {
        attend();
        int rightwards = crossings.takeRightwards();
        int leftwards = crossings.takeLeftwards();
        boolean inIsRightwards = inTowards == InTowards.PIXEL_8;
        return Step.finished(
                Measured.of(Quantity.SENSOR_TEMPERATURE, Amg8833Words.thermistor(read(THERMISTOR, 2))),
                Measured.of(Quantity.PEOPLE_IN, inIsRightwards ? rightwards : leftwards),
                Measured.of(Quantity.PEOPLE_OUT, inIsRightwards ? leftwards : rightwards),
                Measured.of(Quantity.PEOPLE_PRESENT, people.size()));
    }

    @Override
    public void close() {
        device.close();
    }

    private Step setUp() {
        device.writeRegister(RESET, FLAG_RESET);
        device.writeRegister(FRAME_RATE, TEN_FRAMES_A_SECOND);
        device.writeRegister(INTERRUPT, OFF);
        return Step.afterMillis(SETTLING_MILLIS, Step::finished);
    }

    private byte[] read(int register, int length) {
        byte[] bytes = new byte[length];
        device.readRegister(register, bytes);
        return bytes;
    }
}
