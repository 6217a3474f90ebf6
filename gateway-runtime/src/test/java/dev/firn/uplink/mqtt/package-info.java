@NullMarked
package dev.firn.uplink.mqtt;

import org.jspecify.annotations.NullMarked;
