package dev.firn.rigs.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firn.bus.BusException;
import dev.firn.bus.BusFault;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What is said of a bus that does not do what was asked. */
final class Faults {

    private Faults() {}

    static void assertFault(BusFault fault, ThrowingCallable action, String... words) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        BusException.class, e -> assertThat(e.fault()).isEqualTo(fault))
                .satisfies(e -> assertThat(List.of(words))
                        .allSatisfy(word -> assertThat(e).hasMessageContaining(word)));
    }
}
