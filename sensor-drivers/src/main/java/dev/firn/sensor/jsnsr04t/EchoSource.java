package dev.firn.sensor.jsnsr04t;

import dev.firn.sensor.Measured;
import dev.firn.sensor.Step;
import java.util.Optional;
import java.util.function.Supplier;

/** Who sends pings and times their echoes. One thread uses it. */
interface EchoSource extends AutoCloseable {

    /** Sends a ping; goes on once its echo is there, or is not to come any more. */
    Step ping(Supplier<Step> next);

    /**
     * What has become of the last ping: a distance by the speed of sound that {@link EchoPulse} assumes.
     *
     * @return nothing where the part did not even answer
     */
    Optional<Measured> collect();

    @Override
    void close();
}
