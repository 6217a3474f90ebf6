/** The board's own temperature and throttling, as the kernel shows them in sysfs. */
@NullMarked
package dev.firn.power.linux;

import org.jspecify.annotations.NullMarked;
