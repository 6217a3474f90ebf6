package dev.firn.preprocessor.people;

/**
 * The people in an area.
 *
 * @param people how many, 0 or more; not whole when the count is calibrated
 * @param uncertainty one standard deviation, people
 * @param trust how far it can be trusted by its counters
 */
record PeopleCount(double people, double uncertainty, Trust trust) {

    /** How many, as one says it. */
    long rounded() {
        return Math.round(people);
    }
}
