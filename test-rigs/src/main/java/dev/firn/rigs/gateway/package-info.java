/** The built gateway as a child process, and the configuration file it reads. */
@NullMarked
package dev.firn.rigs.gateway;

import org.jspecify.annotations.NullMarked;
