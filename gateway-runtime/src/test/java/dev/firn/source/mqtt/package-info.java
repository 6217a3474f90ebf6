@NullMarked
package dev.firn.source.mqtt;

import org.jspecify.annotations.NullMarked;
