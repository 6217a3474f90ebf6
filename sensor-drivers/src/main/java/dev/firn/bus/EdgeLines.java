package dev.firn.bus;

import java.util.List;

/**
 * Lines whose edges the kernel queues until they are fetched. One thread uses it; nothing here waits.
 */
public interface EdgeLines extends AutoCloseable {

    /** The edges since the last call, oldest first. */
    List<Edge> fetch();

    /** Whether the line is active now. */
    boolean isActive(int index);

    /** How many edges the kernel had no room for since the lines were opened. */
    long lost();

    @Override
    void close();
}
