package dev.firn.uplink;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How the outbox is brought to the broker.
 *
 * @param bytesPerSecond most bytes of messages a second, on average over ten; 0 for as fast as the link goes
 * @param patience a broker that acknowledges nothing for this long is left
 * @param deadLetters folder of the file of messages that the broker refuses for good
 */
public record UplinkSettings(long bytesPerSecond, Duration patience, Path deadLetters) {}
