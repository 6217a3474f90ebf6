/** Lines of SenML JSON (RFC 8428), in which readings, derived readings and advice travel between programs. */
@NullMarked
package dev.firn.senml;

import org.jspecify.annotations.NullMarked;
