@NullMarked
package dev.firn.rigs.evaluation;

import org.jspecify.annotations.NullMarked;
