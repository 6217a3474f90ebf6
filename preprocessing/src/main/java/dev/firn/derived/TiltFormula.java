package dev.firn.derived;

import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Reason;

/**
 * {@link Tilt} of what a sensor felt that was not shaken, smoothed by a low-pass of first order (weight of the newest:
 * 1 − exp(−Δt/τ)). While it is shaken the last angles stand, suspect; if there are none yet they are missing.
 */
final class TiltFormula implements Formula {

    private static final int X = 0;
    private static final int Y = 1;
    private static final int Z = 2;

    private static final int PITCH = 0;
    private static final int ROLL = 1;
    private static final int SLOPE = 2;

    private final Mounting mounting;
    private final double shake;
    private final double tauMillis;

    private boolean started;
    private long latestMillis;
    private Tilt smooth = new Tilt(0, 0, 0);

    TiltFormula(Setup setup) {
        mounting = new Mounting(
                setup.number("mounting-pitch"), setup.number("mounting-roll"), setup.number("mounting-yaw"));
        shake = setup.number("shake");
        tauMillis = setup.number("smoothing");
    }

    @Override
    public void calculate(Inputs inputs, Results results) {
        Tilt felt = mounting.straightened(new Tilt(inputs.value(X), inputs.value(Y), inputs.value(Z)));
        if (!felt.isShaken(shake)) {
            smooth(inputs.timeMillis(), felt);
            give(inputs.timeMillis(), inputs.flag(), inputs.reason(), results);
        } else if (started) {
            give(inputs.timeMillis(), QualityFlag.SUSPECT, Reason.SHAKEN, results);
        } else {
            results.lackAll(inputs.timeMillis(), Reason.SHAKEN);
        }
    }

    private void smooth(long timeMillis, Tilt felt) {
        double weight = started ? -Math.expm1(-((double) timeMillis - latestMillis) / tauMillis) : 1;
        smooth = smooth.mixed(felt, weight);
        started = true;
        latestMillis = timeMillis;
    }

    private void give(long timeMillis, QualityFlag flag, Reason reason, Results results) {
        results.give(PITCH, timeMillis, smooth.pitch(), flag, reason);
        results.give(ROLL, timeMillis, smooth.roll(), flag, reason);
        results.give(SLOPE, timeMillis, smooth.slope(), flag, reason);
    }

    @Override
    public void save(StateWriter state) {
        state.put(started).put(latestMillis);
        state.put(smooth.x()).put(smooth.y()).put(smooth.z());
    }

    @Override
    public void restore(StateReader state) {
        started = state.getBoolean();
        latestMillis = state.getLong();
        smooth = new Tilt(state.getDouble(), state.getDouble(), state.getDouble());
    }
}
