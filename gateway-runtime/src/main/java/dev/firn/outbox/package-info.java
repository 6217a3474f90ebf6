/**
 * What waits to be sent: a log of records in segment files that survives power cuts, numbers everything it takes,
 * and forgets a record only when its receiver has acknowledged it.
 *
 * <p>On disk, all integers big-endian:
 *
 * <pre>
 * segment file   outbox-{first seq, 16 hex digits}.log
 *   header       "FIRNLOG2"  epoch (16 bytes)  first seq (8)  CRC32C of the 32 bytes before (4)
 *   record       length of payload (4)  CRC32C of what follows (4)  seq (8)  1 if kept + 2 if its dates are not settled (1)
 *                boot id (16)  monotonic milliseconds (8)  wall milliseconds (8)  payload
 * acknowledged   two slots of 32 bytes, at 0 and 512, written in turn:
 *                epoch (16)  seq (8)  CRC32C of the 24 bytes before (4)  zero (4)
 * lock           held while a process has the directory open
 * </pre>
 *
 * <p>The newest segment is always there, so that it alone carries the epoch and the next number.
 */
@NullMarked
package dev.firn.outbox;

import org.jspecify.annotations.NullMarked;
