package dev.firn.quality;

import dev.firn.telemetry.Sample;

/** The latest judged sample of every series, for tests that look at several. */
@FunctionalInterface
public interface OtherSeries {

    /** Nobody else measures. */
    OtherSeries NONE = name -> new Sample();

    /**
     * The latest sample of this series, which changes as new ones come; flagged missing as long as none came.
     *
     * @param name {@code sensor/quantity}
     */
    Sample latestOf(String name);
}
