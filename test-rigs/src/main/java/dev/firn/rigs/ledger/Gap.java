package dev.firn.rigs.ledger;

/**
 * A range of sequence numbers of one epoch.
 *
 * @param epoch the epoch
 * @param fromSeq first number
 * @param toSeq last number
 */
public record Gap(String epoch, long fromSeq, long toSeq) {

    /** Checks that the range is one. */
    public Gap {
        if (fromSeq > toSeq) {
            throw new IllegalArgumentException("range of epoch " + epoch + ": " + fromSeq + " to " + toSeq);
        }
    }

    /** How many numbers are in it. */
    public long length() {
        return toSeq - fromSeq + 1;
    }

    boolean contains(String otherEpoch, long seq) {
        return epoch.equals(otherEpoch) && fromSeq <= seq && seq <= toSeq;
    }

    @Override
    public String toString() {
        return "epoch " + epoch + " seq " + fromSeq + (fromSeq == toSeq ? "" : " to " + toSeq);
    }
}
