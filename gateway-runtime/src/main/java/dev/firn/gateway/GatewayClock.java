package dev.firn.gateway;

import dev.firn.uplink.ClockStamp;

/** The gateway's time of day. Written by the loop, read from any thread. */
interface GatewayClock {

    /** Now, with what is known of its worth. */
    ClockStamp now();
}
