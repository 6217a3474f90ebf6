/** Settings files of preprocessors: JSON, read by hand into records, every problem with its line. */
@NullMarked
package dev.firn.preprocessor.settings;

import org.jspecify.annotations.NullMarked;
