package dev.firn.source;

/** To whom it is said that a delivery is safe here. */
public interface Receipt {

    /** Name of the source, the same after a restart: message ids are its own. */
    String source();

    /** The message with this id need not be sent again. From any thread; must not block; does nothing once its connection is gone. */
    void safe(int messageId);
}
