package dev.firn.derived;

import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Reading;
import dev.firn.telemetry.Reason;
import dev.firn.telemetry.SeriesId;
import java.util.List;
import java.util.function.Consumer;

/** Takes what a formula finds as readings of its series; outputs are named by their place in the calculation. */
final class Results {

    private final List<SeriesId> outputs;
    private final Consumer<Reading> sink;

    Results(List<SeriesId> outputs, Consumer<Reading> sink) {
        this.outputs = outputs;
        this.sink = sink;
    }

    /** A value with the trust of its inputs. */
    void give(int output, Inputs inputs, double value) {
        give(output, inputs.timeMillis(), value, inputs.flag(), inputs.reason());
    }

    /** A value that is not evaluated yet if its inputs are good; missing if there is none. */
    void give(int output, long timeMillis, double value, QualityFlag flag, Reason reason) {
        if (!Double.isFinite(value)) {
            lack(output, timeMillis, Reason.NO_VALUE);
        } else if (flag.isGood()) {
            sink.accept(Reading.of(outputs.get(output), timeMillis, value));
        } else {
            sink.accept(new Reading(outputs.get(output), timeMillis, value, flag, reason));
        }
    }

    /** A value of a period. */
    void give(int output, long timeMillis, double value, PeriodTrust trust) {
        if (trust.isEnough()) {
            give(output, timeMillis, value, trust.flag(), trust.reason());
        } else {
            lack(output, timeMillis, Reason.INPUT);
        }
    }

    void lack(int output, long timeMillis, Reason reason) {
        sink.accept(Reading.missing(outputs.get(output), timeMillis, reason));
    }

    /** No result, as inputs lack. */
    void lackAll(long timeMillis) {
        lackAll(timeMillis, Reason.INPUT);
    }

    void lackAll(long timeMillis, Reason reason) {
        for (int output = 0; output < outputs.size(); output++) {
            lack(output, timeMillis, reason);
        }
    }
}
