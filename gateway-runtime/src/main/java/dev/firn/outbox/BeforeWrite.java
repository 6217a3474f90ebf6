package dev.firn.outbox;

import java.io.IOException;

/** What has to be safe on the card before records are. Called by the outbox's writer, with nothing locked. */
@FunctionalInterface
public interface BeforeWrite {

    /**
     * Waits until everything is safe that the records appended so far rest on.
     *
     * @throws IOException if the card refuses; the records then wait, and it is called again
     */
    void makeSafe() throws IOException;
}
