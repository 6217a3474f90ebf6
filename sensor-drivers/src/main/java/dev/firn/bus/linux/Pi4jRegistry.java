package dev.firn.bus.linux;

import com.pi4j.context.Context;
import com.pi4j.exception.Pi4JException;
import com.pi4j.io.IO;
import org.jspecify.annotations.Nullable;

/**
 * The account that a Pi4J context keeps of its devices. A provider has to enter what it makes for a context, and a device
 * to leave when it is closed, or its place is taken for good.
 */
final class Pi4jRegistry {

    private Pi4jRegistry() {}

    /** Enters a device; closes it if the context has another in its place. */
    static <T extends IO<?, ?, ?>> T entered(Context context, T device) {
        try {
            context.registry().add(device);
            return device;
        } catch (Pi4JException e) {
            device.close();
            throw e;
        }
    }

    static boolean has(@Nullable Context context, IO<?, ?, ?> device) {
        return context != null
                && context.registry().exists(device.id())
                && device.equals(context.registry().get(device.id()));
    }
}
