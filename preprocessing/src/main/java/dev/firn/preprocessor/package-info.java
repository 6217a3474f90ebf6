/** The contract of preprocessors: programs of a site that take readings and give derived readings and advice. */
@NullMarked
package dev.firn.preprocessor;

import org.jspecify.annotations.NullMarked;
