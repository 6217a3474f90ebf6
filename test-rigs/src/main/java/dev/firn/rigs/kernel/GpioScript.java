package dev.firn.rigs.kernel;

import dev.firn.rigs.RigException;
import java.time.Duration;
import java.util.Locale;

/**
 * Levels and pauses that are run in the guest without the host between them, such as a thousand pulses. The guest's kernel
 * takes the time of edges on a tick of 10 ms, so leave at least 20 ms between two of them.
 *
 * @param text the shell script
 */
public record GpioScript(String text) {

    /** One that does nothing. */
    public static GpioScript empty() {
        return new GpioScript(":\n");
    }

    /** And then a high level on a line. */
    public GpioScript up(int line) {
        return level(line, "up");
    }

    /** And then a low level on a line. */
    public GpioScript down(int line) {
        return level(line, "down");
    }

    /** And then a pause, of whole milliseconds and a few more that starting the next step takes. */
    public GpioScript pause(Duration pause) {
        return then(String.format(Locale.ROOT, "sleep %.3f%n", pause.toMillis() / 1000.0));
    }

    /** All of it several times over. */
    public GpioScript times(int count) {
        if (count < 0) {
            throw new RigException("cannot run a script " + count + " times");
        }
        return new GpioScript("for n in $(seq " + count + "); do\n" + text + "done\n");
    }

    /** And then another script. */
    public GpioScript then(GpioScript next) {
        return then(next.text());
    }

    private GpioScript level(int line, String level) {
        return then("echo pull-" + level + " >/run/gpio/sim_gpio" + line + "/pull\n");
    }

    private GpioScript then(String more) {
        return new GpioScript(text + more);
    }
}
