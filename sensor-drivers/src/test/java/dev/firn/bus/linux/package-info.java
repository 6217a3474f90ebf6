/** What the kernel's side of the buses does on a machine that has none; on a kernel that has, test-rigs proves it. */
@NullMarked
package dev.firn.bus.linux;

import org.jspecify.annotations.NullMarked;
