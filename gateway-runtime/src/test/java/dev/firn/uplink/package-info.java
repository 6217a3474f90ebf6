@NullMarked
package dev.firn.uplink;

import org.jspecify.annotations.NullMarked;
