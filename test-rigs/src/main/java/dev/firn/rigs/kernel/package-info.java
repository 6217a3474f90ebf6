/**
 * A Linux kernel of the rig's own, run as a process (test-rigs/kernel/README.md), whose devices a test drives, and what
 * runs in it: programs, a broker, tests.
 */
@NullMarked
package dev.firn.rigs.kernel;

import org.jspecify.annotations.NullMarked;
