@NullMarked
package dev.firn.filter;

import org.jspecify.annotations.NullMarked;
