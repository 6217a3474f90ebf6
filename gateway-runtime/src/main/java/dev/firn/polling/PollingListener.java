package dev.firn.polling;

import dev.firn.sensor.Measured;
import java.time.Duration;
import java.util.List;

/** Hears what the sensors say. Called by the threads of the buses; has to return at once. */
public interface PollingListener {

    /**
     * A sensor was due.
     *
     * @param sensor its id
     * @param values what it said; flagged missing for every quantity where it said nothing
     * @param timeNanos when, in the time of {@link System#nanoTime}
     */
    void measured(String sensor, List<Measured> values, long timeNanos);

    /**
     * A sensor could not be asked when it was due, several times perhaps.
     *
     * @param sensor its id
     * @param values flagged missing, for every quantity
     * @param timesNanos when it was due, in the time of {@link System#nanoTime}, oldest first
     */
    void missed(String sensor, List<Measured> values, List<Long> timesNanos);

    /** A sensor that was well, or was never seen, does not answer as it should. Told once until it is back. */
    void lost(String sensor, String reason);

    /** A sensor that was reported lost measures again. */
    void back(String sensor, Duration away);

    /**
     * A transfer on a bus does not end; its sensors are flagged missing until it does. Other buses go on.
     *
     * @param bus its name
     * @param sensor whose transfer it is
     */
    void busStuck(String bus, String sensor);

    /** A bus that was reported stuck goes on. */
    void busFreed(String bus, Duration stuck);
}
