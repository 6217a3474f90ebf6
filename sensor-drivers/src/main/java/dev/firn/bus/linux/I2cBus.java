package dev.firn.bus.linux;

import com.pi4j.exception.Pi4JException;
import com.pi4j.io.i2c.I2C;
import com.pi4j.io.i2c.I2CBus;
import dev.firn.bus.BusException;
import dev.firn.bus.BusFault;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Lets transfers of one thread follow each other on a bus without those of another between. */
final class I2cBus implements I2CBus {

    private static final long LONGEST_WAIT_SECONDS = 2;

    private final int number;
    private final ReentrantLock lock = new ReentrantLock(true);

    I2cBus(int number) {
        this.number = number;
    }

    @Override
    public <R> R execute(I2C device, Callable<R> action) {
        lock();
        try {
            return action.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new Pi4JException(e);
        } finally {
            lock.unlock();
        }
    }

    private void lock() {
        try {
            if (!lock.tryLock(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new BusException(
                        "i2c-" + number,
                        BusFault.TIMED_OUT,
                        "another thread has it for more than " + LONGEST_WAIT_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusException("i2c-" + number, BusFault.FAILED, "interrupted");
        }
    }
}
