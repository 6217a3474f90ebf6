package dev.firn.rigs.kernel;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The buses on a kernel that has them. */
class BusesInGuestIT {

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
    void i2cIsAsTheKernelHasIt() {
        GuestTests.assertSuccess(guest, I2cInGuest.class);
    }

    @Test
    void gpioIsAsTheKernelHasIt() {
        GuestTests.assertSuccess(guest, GpioInGuest.class);
    }

    @Test
    void serialPortsAndFilesAreAsTheKernelHasThem() {
        GuestTests.assertSuccess(guest, SerialInGuest.class, ScanInGuest.class);
    }

    @Test
    void pi4jHasTheSameDevices() {
        GuestTests.assertSuccess(guest, Pi4jInGuest.class);
    }
}
