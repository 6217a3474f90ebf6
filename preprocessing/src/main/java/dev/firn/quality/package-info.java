/** Whether a reading can be true: the tests of QARTOD, each a small pure type, and their verdict per series. */
@NullMarked
package dev.firn.quality;

import org.jspecify.annotations.NullMarked;
