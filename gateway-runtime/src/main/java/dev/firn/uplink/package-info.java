/** What is said to the resort cloud, how it is written, and the delivery of the outbox over a link that comes and goes. */
@NullMarked
package dev.firn.uplink;

import org.jspecify.annotations.NullMarked;
