package dev.firn.outbox;

/** Told what happens to the outbox's records. Called from its writer's and its reader's threads; must not block. */
public interface OutboxListener {

    /** The outbox was full, and its oldest records had to go. */
    void dropped(DropReport report);

    /** Records are gone for good: the card damaged them. */
    void lost(SeqRange range, String reason);

    /** Writing failed, or works again; records wait in memory meanwhile. */
    void storageFailed(boolean failing, String reason);

    /** Every record that was appended so far is acknowledged or known to be lost. */
    void drained();
}
