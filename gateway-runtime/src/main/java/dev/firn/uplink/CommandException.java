package dev.firn.uplink;

/** A command cannot be carried out; the message names the place, the value, the reason and the cure. */
public final class CommandException extends Exception {

    private static final long serialVersionUID = 1;

    /** With what is answered. */
    public CommandException(String reason) {
        super(reason);
    }
}
