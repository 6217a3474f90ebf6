package dev.firn.bus.linux;

import com.pi4j.context.Context;
import com.pi4j.io.IO;
import com.pi4j.io.IOConfig;
import com.pi4j.io.IOType;
import com.pi4j.io.exception.IOAlreadyExistsException;
import org.jspecify.annotations.Nullable;

/**
 * Whether a Pi4J context keeps account of a device. It does of what it has made, and then it must be told when that is
 * closed; it does not of what was made by a provider itself.
 */
final class Pi4jRegistry {

    private Pi4jRegistry() {}

    /** Refuses what the context would refuse as well, but only after it had been opened, and left it so. */
    static void refuseSecond(@Nullable Context context, IOType type, IOConfig<?> config) {
        if (context != null && context.registry().exists(type, config.getUniqueIdentifier())) {
            throw new IOAlreadyExistsException(config.getUniqueIdentifier());
        }
    }

    static boolean has(@Nullable Context context, IO<?, ?, ?> device) {
        return context != null
                && context.registry().exists(device.id())
                && device.equals(context.registry().get(device.id()));
    }
}
