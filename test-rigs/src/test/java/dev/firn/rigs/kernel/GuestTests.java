package dev.firn.rigs.kernel;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs test classes within a guest, in a JVM there, on this JVM's class path. Their names end in {@code InGuest}, which
 * neither Surefire nor Failsafe picks up, and {@link Devices#here()} drives the devices for them.
 */
public final class GuestTests {

    private static final Duration BOUND = Duration.ofMinutes(15);

    private GuestTests() {}

    /** Runs test classes in a guest, and fails with the guest's report unless all tests succeed and each class has one. */
    public static void assertSuccess(KernelGuest guest, Class<?>... testClasses) {
        Outcome outcome = guest.execute(command(testClasses), BOUND);
        assertThat(outcome.status()).as(outcome.output()).isZero();
        assertThat(Stream.of(testClasses).map(Class::getName))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(outcome.output()).contains("passed " + name + "#"));
    }

    private static String command(Class<?>... testClasses) {
        List<String> options = List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-D" + KernelGuest.KERNEL_PROPERTY + "=" + KernelGuest.kernelDirectory(),
                "-cp",
                System.getProperty("java.class.path"),
                GuestTestMain.class.getName());
        return Stream.concat(options.stream(), Stream.of(testClasses).map(Class::getName))
                .map(Shell::quoted)
                .collect(joining(" ", "cd " + Shell.quoted(System.getProperty("user.dir")) + " && ", ""));
    }
}
