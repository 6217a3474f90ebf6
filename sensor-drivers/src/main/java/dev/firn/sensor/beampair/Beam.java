package dev.firn.sensor.beampair;

/** One of the two beams; who comes in breaks A first. */
enum Beam {
    A,
    B;

    Beam other() {
        return this == A ? B : A;
    }
}
