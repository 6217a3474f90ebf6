package dev.firn.rigs.kernel;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a guest has beside its simulated devices.
 *
 * @param disk file of the host that is the guest's {@code /dev/ubda}; what the guest has flushed to it outlives the guest,
 *     what the guest still had in its memory does not
 * @param linePort TCP port of the host's loopback interface that the guest's {@code /dev/tty1} leads to, by a single
 *     connection that lasts as long as the guest
 */
public record GuestHardware(Optional<Path> disk, OptionalInt linePort) {

    /** Nothing more. */
    public static final GuestHardware PLAIN = new GuestHardware(Optional.empty(), OptionalInt.empty());

    /** With a disk. */
    public GuestHardware withDisk(GuestDisk newDisk) {
        return new GuestHardware(Optional.of(newDisk.file()), linePort);
    }

    /** With a line to a port of the host. */
    public GuestHardware withLineTo(int port) {
        return new GuestHardware(disk, OptionalInt.of(port));
    }
}
