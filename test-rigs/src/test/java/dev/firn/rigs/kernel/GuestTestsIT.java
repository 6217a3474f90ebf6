package dev.firn.rigs.kernel;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GuestTestsIT {

    @SuppressWarnings("NullAway.Init") // before all tests
    private static KernelGuest guest;

    @BeforeAll
    static void boot() {
        guest = KernelGuest.boot();
    }

    @AfterAll
    static void end() {
        guest.close();
    }

    @Test
    void testsOfTheGuestSucceedHere() {
        GuestTests.assertSuccess(guest, DevicesInGuest.class);
    }

    @Test
    void failureInTheGuestIsReportedHere() {
        assertThatThrownBy(() -> GuestTests.assertSuccess(guest, DevicesInGuest.class, FailsInGuest.class))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("failed " + FailsInGuest.class.getName())
                .hasMessageContaining("black");
    }

    @Test
    void classWithoutTestsIsAFailure() {
        assertThatThrownBy(() -> GuestTests.assertSuccess(guest, DevicesInGuest.class, EmptyInGuest.class))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("passed " + EmptyInGuest.class.getName());
    }
}
