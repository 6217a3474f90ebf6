package dev.firn.preprocessor.people;

/**
 * How far a number of people that was counted in and out can be off. Two parts, added in quadrature (JCGM 100:2008 §5.1):
 * passages that are told wrong by chance grow with the root of their number; a counter that sees less than its partner
 * is off by a share of all that went through it. People who passed while a counter was blind are a third.
 *
 * <p>The defaults are measured: the pair of door counters in the CalIt2 data (UCI, doi 10.24432/C5NG78) disagrees by
 * 4.2 % after three months, and beyond that its nights scatter by 0.82 times the root of the day's passages (75 days with
 * 100 passages and more; on quieter days what decides is who takes another door).
 *
 * @param passageError standard deviation of one passage, people
 * @param counterError share by which the two directions disagree
 */
public record CountError(double passageError, double counterError) {

    /** Of the door counters in the CalIt2 data. */
    public static final CountError DEFAULT = new CountError(0.8, 0.04);

    private static final double MOST_MISSING = 0.95;

    /** Checks that neither is negative. */
    public CountError {
        if (!(passageError >= 0 && counterError >= 0)) {
            throw new IllegalArgumentException("error of a counter: " + passageError + " per passage and "
                    + counterError + " of all; want 0 or more");
        }
    }

    /**
     * The uncertainty (one standard deviation) of the people in an area.
     *
     * @param passages in and out since the area was known to be empty
     * @param missingShare share of the counters' readings that had no value, 0 to 1: as many passages of as many were
     *     not seen
     * @return people
     */
    public double of(double passages, double missingShare) {
        double missing = Math.min(MOST_MISSING, missingShare);
        double byChance = passageError * Math.sqrt(passages);
        double byCounter = counterError * passages / 2;
        double unseen = passages * missing / (1 - missing);
        return Math.sqrt(byChance * byChance + byCounter * byCounter + unseen * unseen);
    }
}
