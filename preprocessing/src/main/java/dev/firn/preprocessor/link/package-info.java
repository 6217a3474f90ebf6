/** How a preprocessor program is started and connected: arguments, settings file, socket or standard streams. */
@NullMarked
package dev.firn.preprocessor.link;

import org.jspecify.annotations.NullMarked;
