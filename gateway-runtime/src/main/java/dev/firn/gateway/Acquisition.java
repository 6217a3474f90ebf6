package dev.firn.gateway;

/** What brings readings to the loop: the player of recordings, or the polling of sensors. */
interface Acquisition {

    /** Begins to bring readings. */
    void start();

    /** Ends it, and waits until that is so. Does nothing the second time. */
    void stop();

    /** Both at once. */
    static Acquisition both(Acquisition first, Acquisition second) {
        return new Acquisition() {
            @Override
            public void start() {
                first.start();
                second.start();
            }

            @Override
            public void stop() {
                second.stop();
                first.stop();
            }
        };
    }
}
