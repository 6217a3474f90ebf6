/** Filters of one series: each a small pure type that changes a sample in place or holds it back. */
@NullMarked
package dev.firn.filter;

import org.jspecify.annotations.NullMarked;
