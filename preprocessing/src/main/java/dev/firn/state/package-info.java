/** What the stages of the pipeline remember, as bytes: so that they go on after a restart as if there had been none. */
@NullMarked
package dev.firn.state;

import org.jspecify.annotations.NullMarked;
