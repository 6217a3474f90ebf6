package dev.firn.sensor;

import com.pi4j.io.i2c.I2C;
import java.util.Optional;
import java.util.Set;

/** How a scan recognises a part on an I2C bus. */
public interface I2cPart {

    /** Where it can be. */
    Set<Integer> addresses();

    /**
     * Reads only, and what cannot disturb another part at the same address.
     *
     * @return what the part says it is, such as {@code BME280 (identity 0x60)}; empty where it is something else
     * @throws dev.firn.bus.BusException when it does not answer
     */
    Optional<String> identify(I2C device);

    /**
     * A part that has one register of 8 bits for its identity.
     *
     * @param part its name
     */
    static I2cPart withIdentity(String part, int register, int identity, Integer... addresses) {
        return new I2cPart() {
            @Override
            public Set<Integer> addresses() {
                return Set.of(addresses);
            }

            @Override
            public Optional<String> identify(I2C device) {
                return device.readRegister(register) == identity
                        ? Optional.of("%s (identity 0x%02x)".formatted(part, identity))
                        : Optional.empty();
            }
        };
    }
}
