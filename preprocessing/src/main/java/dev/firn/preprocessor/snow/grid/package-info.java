/** The slope as a grid of cells: where a depth belongs, how deep each cell is, and how deep it ought to be. */
@NullMarked
package dev.firn.preprocessor.snow.grid;

import org.jspecify.annotations.NullMarked;
