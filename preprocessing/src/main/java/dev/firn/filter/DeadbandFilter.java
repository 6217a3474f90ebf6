package dev.firn.filter;

import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.telemetry.Circle;
import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Sample;

/**
 * {@link FilterSettings.Deadband}. A sample that is older than the last one that went on is compared with it likewise,
 * but those after it are still compared with the newer one. For one thread.
 */
final class DeadbandFilter implements Filter {

    private final double delta;
    private final long heartbeatMillis;
    private final boolean circular;

    // Whether there is one to compare with, and nothing that was not usable has come since.
    private boolean hasReference;
    private double referenceValue;
    private long referenceMillis;
    private QualityFlag referenceFlag = QualityFlag.NOT_EVALUATED;

    DeadbandFilter(double delta, long heartbeatMillis, boolean circular) {
        this.delta = delta;
        this.heartbeatMillis = heartbeatMillis;
        this.circular = circular;
    }

    @Override
    public boolean apply(Sample sample) {
        if (!sample.isUsable()) {
            hasReference = false;
            return true;
        }
        boolean news = !hasReference || isNews(sample);
        if (news && (!hasReference || sample.timeMillis() >= referenceMillis)) {
            remember(sample);
        }
        return news;
    }

    private boolean isNews(Sample sample) {
        return sample.flag() != referenceFlag
                || distance(sample.value()) > delta
                || (double) sample.timeMillis() - referenceMillis >= heartbeatMillis;
    }

    private double distance(double value) {
        return Math.abs(circular ? Circle.turn(referenceValue, value) : value - referenceValue);
    }

    private void remember(Sample sample) {
        hasReference = true;
        referenceValue = sample.value();
        referenceMillis = sample.timeMillis();
        referenceFlag = sample.flag();
    }

    @Override
    public void save(StateWriter state) {
        state.put(hasReference).put(referenceValue).put(referenceMillis).put(referenceFlag);
    }

    @Override
    public void restore(StateReader state) {
        hasReference = state.getBoolean();
        referenceValue = Saved.finite(state.getDouble());
        referenceMillis = state.getLong();
        referenceFlag = state.getEnum(QualityFlag.class);
    }
}
