package dev.firn.sensor.serial;

import java.util.Optional;

/**
 * Cuts frames out of a stream of bytes that may begin in the middle of one. It has a memory of what is not complete yet;
 * one thread uses it.
 *
 * @param <F> what a frame says
 */
@FunctionalInterface
public interface FrameDecoder<F> {

    /**
     * Takes the next byte.
     *
     * @return the frame that it completes, if it does
     */
    Optional<F> accept(byte next);
}
