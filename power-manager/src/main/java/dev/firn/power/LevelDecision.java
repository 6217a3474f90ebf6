package dev.firn.power;

/**
 * A power level and why it applies, in words for the technician.
 *
 * @param level what applies now
 * @param reason one sentence without a full stop, with the temperature that decided
 */
public record LevelDecision(PowerLevel level, String reason) {}
