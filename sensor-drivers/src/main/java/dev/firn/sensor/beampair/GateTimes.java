package dev.firn.sensor.beampair;

import java.time.Duration;

/**
 * What tells people from everything else that breaks a beam.
 *
 * @param minBreak how long a beam has to be broken, or whole again, before that counts: shorter is bounce or a snowflake
 * @param minBetween how long after the one beam the other has to break: sooner is both at once, which has no direction
 * @param timeout how long a body may be between the beams without breaking either
 * @param blockedAfter from when on a beam that stays broken is blocked
 */
record GateTimes(Duration minBreak, Duration minBetween, Duration timeout, Duration blockedAfter) {}
