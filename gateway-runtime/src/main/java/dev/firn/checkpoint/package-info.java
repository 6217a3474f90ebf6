/**
 * Open windows that outlast a crash: checkpoints of the pipeline, and the journal of readings that came since, from sources
 * that can be asked to send again what is not safe here.
 *
 * <p>On disk, beside the segments of the outbox, all integers big-endian:
 *
 * <pre>
 * windows.state            CRC32C of what follows (4)  "firn-checkpoint-1"  generation (8)  next seq of the outbox (8)
 *                          state of the pipeline  state of the sources, each after its length (4)
 * windows.state.previous   the one before, of the same form
 * readings-{generation}.journal   see {@link dev.firn.checkpoint.JournalFormat}
 * </pre>
 */
@NullMarked
package dev.firn.checkpoint;

import org.jspecify.annotations.NullMarked;
