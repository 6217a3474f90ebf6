/** The running gateway: its loop, its clock, its sources, and how they are wired and taken down. */
@NullMarked
package dev.firn.gateway;

import org.jspecify.annotations.NullMarked;
