@NullMarked
package dev.firn.pipeline;

import org.jspecify.annotations.NullMarked;
