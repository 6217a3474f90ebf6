package dev.firn.rigs.process;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What must be undone when this JVM is told to end before it is done, such as by Ctrl-C. One hook undoes all, last
 * begun first: a process dies before the directory it writes to is deleted. Any thread.
 */
public final class AtExit {

    private static final AtExit THIS_JVM = new AtExit();

    private final Lock lock = new ReentrantLock();
    /** Guarded by {@link #lock}. */
    private final Deque<Runnable> undoings = new ArrayDeque<>();

    private volatile boolean underWay;

    private AtExit() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::undoAll, "undo"));
    }

    /** Has the step taken at exit, unless it is forgotten before. */
    public static void register(Runnable undoing) {
        THIS_JVM.add(undoing);
    }

    /** The step has been taken. */
    public static void forget(Runnable undoing) {
        THIS_JVM.remove(undoing);
    }

    /** Whether this JVM is ending: what fails from now on fails because of that. */
    public static boolean isUnderWay() {
        return THIS_JVM.underWay;
    }

    private void add(Runnable undoing) {
        lock.lock();
        try {
            undoings.push(undoing);
        } finally {
            lock.unlock();
        }
    }

    private void remove(Runnable undoing) {
        lock.lock();
        try {
            undoings.removeFirstOccurrence(undoing);
        } finally {
            lock.unlock();
        }
    }

    private void undoAll() {
        underWay = true;
        for (Runnable next = poll(); next != null; next = poll()) {
            undo(next);
        }
    }

    private @Nullable Runnable poll() {
        lock.lock();
        try {
            return undoings.poll();
        } finally {
            lock.unlock();
        }
    }

    private static void undo(Runnable undoing) {
        try {
            undoing.run();
        } catch (RuntimeException failure) {
            // The other steps must still be taken.
            System.err.println("while ending: " + failure);
        }
    }
}
