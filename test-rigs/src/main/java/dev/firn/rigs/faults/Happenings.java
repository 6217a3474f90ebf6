package dev.firn.rigs.faults;

import dev.firn.rigs.RigException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Guards what a rig notes of what happened, and lets others wait for more. Any thread. */
final class Happenings {

    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** Something happened. */
    void note(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What was noted so far. */
    <T> T look(Supplier<T> noted) {
        lock.lock();
        try {
            return noted.get();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until it has happened.
     *
     * @param soFar what did happen, for the failure
     * @throws RigException if it does not within the bound
     */
    void await(BooleanSupplier wanted, String what, Supplier<String> soFar, Duration bound) {
        long remainingNanos = bound.toNanos();
        lock.lock();
        try {
            while (!wanted.getAsBoolean()) {
                if (remainingNanos <= 0) {
                    throw new RigException(
                            "waited " + bound.toSeconds() + " s in vain for " + what + "; " + soFar.get());
                }
                remainingNanos = changed.awaitNanos(remainingNanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RigException("interrupted while waiting for " + what, e);
        } finally {
            lock.unlock();
        }
    }
}
