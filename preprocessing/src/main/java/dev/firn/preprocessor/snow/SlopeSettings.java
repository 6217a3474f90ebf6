package dev.firn.preprocessor.snow;

import dev.firn.preprocessor.snow.grid.GridMemory;
import dev.firn.preprocessor.snow.grid.SlopeDesign;
import dev.firn.preprocessor.snow.grid.TrackSettings;
import dev.firn.preprocessor.snow.push.MoveSettings;
import dev.firn.preprocessor.snow.push.PushSettings;

/**
 * The slope as a grid, and what is planned on it.
 *
 * @param design the grid, its targets and obstacles
 * @param memory what the grid keeps
 * @param track how depths are bound to places
 * @param push what is worth pushing
 * @param moves what the cab is told
 * @param planEveryMillis how often a plan is made at most, of event time; default a minute, ours
 * @param movedMetres after how much way of the groomer the moves are put in order anew; default 10 m, two cells, ours
 */
record SlopeSettings(
        SlopeDesign design,
        GridMemory memory,
        TrackSettings track,
        PushSettings push,
        MoveSettings moves,
        long planEveryMillis,
        double movedMetres) {

    static final long DEFAULT_PLAN_EVERY_MILLIS = 60_000;
    static final double DEFAULT_MOVED_METRES = 10;
}
