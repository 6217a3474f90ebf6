@NullMarked
package dev.firn.rigs.asyncapi;

import org.jspecify.annotations.NullMarked;
