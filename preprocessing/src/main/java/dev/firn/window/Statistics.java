package dev.firn.window;

import dev.firn.state.Stateful;
import dev.firn.telemetry.Quantity.Kind;

/** The statistics of the usable values in one window; a figure that they do not have is NaN. For one thread. */
sealed interface Statistics extends Stateful permits LevelStatistics, DirectionStatistics {

    static Statistics of(Kind kind) {
        return switch (kind) {
            case LEVEL, AMOUNT -> new LevelStatistics();
            case DIRECTION -> new DirectionStatistics();
        };
    }

    void add(double value);

    /** Begins anew. */
    void clear();

    /** How many values. */
    long count();

    double mean();

    double deviation();

    double min();

    double max();

    Ranking ranking();

    double sum();
}
