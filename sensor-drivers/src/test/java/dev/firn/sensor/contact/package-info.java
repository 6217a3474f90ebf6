/** Tests of the contact. */
@NullMarked
package dev.firn.sensor.contact;

import org.jspecify.annotations.NullMarked;
