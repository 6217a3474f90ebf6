package dev.firn.history;

/** Hears how the history fares. Called on the writer's thread; may wait. */
public interface HistoryListener {

    /** What was kept so far is gone: its file is damaged, and set aside. */
    void lost(String reason);

    /** Nothing is kept for now, until {@link #back}. */
    void failed(String reason);

    /** Summaries are kept again. */
    void back();

    /** So many summaries are not in the history, because they came faster than they could be written. */
    void dropped(long count);
}
