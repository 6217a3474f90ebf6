package dev.firn.uplink;

/**
 * One message as the broker sees it.
 *
 * @param topic where it goes
 * @param payload what it says; must not be changed
 * @param retained whether the broker keeps it for those who come later
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; a copy per message would only cost
public record LinkMessage(String topic, byte[] payload, boolean retained) {}
