package dev.firn.rigs.recompute;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One value of a file.
 *
 * @param timeMillis when it was measured, milliseconds since 1970-01-01T00:00Z
 * @param value exactly what the file says, in the unit of the series; empty where the file says "no value"
 */
public record Sample(long timeMillis, Optional<BigDecimal> value) {}
