/** What the kernel tells of the board: its temperature and throttling in sysfs, and whether its clock is right. */
@NullMarked
package dev.firn.power.linux;

import org.jspecify.annotations.NullMarked;
