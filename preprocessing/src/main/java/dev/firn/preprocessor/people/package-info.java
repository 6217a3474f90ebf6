/** People on the slope and at the lifts: counts, queues, waiting times, crowding, and what to do about them. */
@NullMarked
package dev.firn.preprocessor.people;

import org.jspecify.annotations.NullMarked;
