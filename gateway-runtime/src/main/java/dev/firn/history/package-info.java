/**
 * The last days of summaries on the node itself, for consoles that have no uplink. An H2 MVStore file that can be thrown away
 * and begun anew: whoever needs every summary gets it from the outbox.
 *
 * <pre>
 *  loop ──record──> queue ──> writer's thread ──> HistoryFile (history.mv.db)
 *                   bounded   every 10 s              │
 *  command, consoles <──────── summaries, series ─────┘
 * </pre>
 */
@NullMarked
package dev.firn.history;

import org.jspecify.annotations.NullMarked;
