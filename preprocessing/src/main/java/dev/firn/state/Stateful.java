package dev.firn.state;

/**
 * Something that remembers. What it saves, another one made with the same settings restores, and then it behaves as the
 * first would have.
 */
public interface Stateful {

    /** Writes what it remembers; changes nothing. */
    void save(StateWriter state);

    /**
     * Takes up what another one has saved, in the place of what it remembers itself.
     *
     * @throws StateException if that is not what one of its kind saves; it is of no use then
     */
    void restore(StateReader state);
}
