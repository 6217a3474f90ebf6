package dev.firn.preprocessor.people;

/** Formulas of queues. */
public final class QueueMath {

    private static final double SECONDS_PER_HOUR = 3600;

    private QueueMath() {}

    /**
     * How long the last of a queue waits: Little's law L = λW (Little 1961), so W = queue / (capacity × load factor).
     *
     * @param people in the queue, 0 or more
     * @param capacityPerHour people per hour that the lift carries when every seat is taken, above 0
     * @param loadFactor share of the seats that is taken, above 0 up to 1; 0.7 to 0.9 is usual
     * @return seconds
     */
    public static double waitingSeconds(double people, double capacityPerHour, double loadFactor) {
        return people / servedPerSecond(capacityPerHour, loadFactor);
    }

    /** People per second that a running lift takes from its queue. */
    public static double servedPerSecond(double capacityPerHour, double loadFactor) {
        return capacityPerHour * loadFactor / SECONDS_PER_HOUR;
    }
}
