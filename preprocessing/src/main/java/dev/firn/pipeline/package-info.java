/** What happens to a reading between the sensor and the outbox: judgement, then a window of its series. */
@NullMarked
package dev.firn.pipeline;

import org.jspecify.annotations.NullMarked;
