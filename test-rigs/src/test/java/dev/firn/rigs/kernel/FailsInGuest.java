package dev.firn.rigs.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Fails, so that {@link GuestTestsIT} sees what becomes of that. */
class FailsInGuest {

    @Test
    void whiteIsBlack() {
        assertThat("white").isEqualTo("black");
    }
}
