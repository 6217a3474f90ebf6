package dev.firn.preprocessor.people;

/**
 * How hard a run is, and how many skiers a hectare of it takes. Source: British Columbia, All-Season Resort Guidelines,
 * the recommended densities of skiers on the slope.
 */
public enum Difficulty {
    /** Nursery slope. */
    BEGINNER(35, 75),
    /** Green. */
    NOVICE(30, 60),
    /** Green to blue. */
    LOW_INTERMEDIATE(20, 40),
    /** Blue. */
    INTERMEDIATE(15, 30),
    /** Blue to black. */
    ADVANCED(10, 20),
    /** Black. */
    EXPERT(5, 10);

    private final double leastPerHectare;
    private final double mostPerHectare;

    Difficulty(double leastPerHectare, double mostPerHectare) {
        this.leastPerHectare = leastPerHectare;
        this.mostPerHectare = mostPerHectare;
    }

    /** Lower end of the recommended densities, skiers per hectare. */
    public double leastPerHectare() {
        return leastPerHectare;
    }

    /** Upper end of the recommended densities, skiers per hectare: crowding is measured by it. */
    public double mostPerHectare() {
        return mostPerHectare;
    }
}
