package dev.firn.bus.linux;

import com.pi4j.context.Context;
import com.pi4j.io.binding.DigitalBinding;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputBase;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalInputProvider;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.DigitalStateChangeEvent;
import com.pi4j.io.gpio.digital.DigitalStateChangeListener;
import dev.firn.bus.BusException;
import dev.firn.bus.Edge;
import org.jspecify.annotations.Nullable;

/**
 * Pi4J's view of a GPIO line that is read. With the first listener a thread of its own begins, the line's one reader of
 * edges, on which listeners are called. Any thread.
 */
final class GpioInput extends DigitalInputBase implements Opened {

    private final GpioLines lines;
    private @Nullable DeviceFile wakeUp;

    GpioInput(DigitalInputProvider provider, DigitalInputConfig config, GpioLines lines) {
        super(provider, config);
        this.lines = lines;
    }

    @Override
    public DigitalState state() {
        return DigitalState.getState(lines.isActive(0));
    }

    @Override
    public DigitalInput addListener(DigitalStateChangeListener... listeners) {
        watch();
        super.addListener(listeners);
        return this;
    }

    @Override
    @SuppressWarnings("rawtypes") // as it is declared
    public DigitalInput bind(DigitalBinding... bindings) {
        watch();
        super.bind(bindings);
        return this;
    }

    @Override
    public boolean isOpen() {
        return lines.isOpen();
    }

    @Override
    public void close() {
        if (Pi4jRegistry.has(context(), this)) {
            super.close();
        } else {
            release();
        }
    }

    @Override
    public DigitalInput shutdownInternal(Context context) {
        super.shutdownInternal(context);
        release();
        return this;
    }

    private synchronized void watch() {
        if (wakeUp != null) {
            return;
        }
        lines.noteEdges();
        DeviceFile wake = DeviceFile.counter(id());
        wakeUp = wake;
        Thread.ofPlatform().daemon().name(id()).start(() -> dispatchEdges(wake));
    }

    private void dispatchEdges(DeviceFile wake) {
        try {
            while (true) {
                lines.awaitEdgesOr(wake);
                for (Edge edge : lines.fetch()) {
                    dispatch(new DigitalStateChangeEvent<>(this, DigitalState.getState(edge.active())));
                }
            }
        } catch (BusException closedOrGone) {
            // Whoever asks for the state hears of it.
            wake.close();
        }
    }

    private synchronized void release() {
        lines.close();
        if (wakeUp != null && wakeUp.isOpen()) {
            wakeUp.signal();
        }
    }
}
