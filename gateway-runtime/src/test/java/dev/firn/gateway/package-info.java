@NullMarked
package dev.firn.gateway;

import org.jspecify.annotations.NullMarked;
