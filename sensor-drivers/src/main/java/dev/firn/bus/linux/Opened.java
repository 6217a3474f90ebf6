package dev.firn.bus.linux;

/** What {@link KernelBuses} has opened and closes at its own end, unless somebody did before. */
interface Opened extends AutoCloseable {

    /** Whether nobody has closed it. */
    boolean isOpen();

    @Override
    void close();
}
