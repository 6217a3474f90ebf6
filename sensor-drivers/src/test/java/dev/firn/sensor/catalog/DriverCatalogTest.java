package dev.firn.sensor.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class DriverCatalogTest {

    @Test
    void knowsReplayAndItsKeys() {
        DriverDescriptor replay = DriverCatalog.named("replay").orElseThrow();
        assertThat(replay.keys())
                .extracting(DriverKey::name)
                .containsExactly("file", "speed", "then", "format", "quantity", "zone", "from", "to", "start-at");
        assertThat(replay.keys())
                .filteredOn(DriverKey::required)
                .extracting(DriverKey::name)
                .containsExactly("file");
        assertThat(replay.key("start-at")).isPresent();
        assertThat(replay.key("startAt")).isEmpty();
    }

    @Test
    void knowsNoOtherName() {
        assertThat(DriverCatalog.named("Replay")).isEmpty();
        assertThat(DriverCatalog.all())
                .extracting(DriverDescriptor::name)
                .isSorted()
                .containsExactly("replay");
    }

    @Test
    void refusesDriverWithAKeyTwice() {
        DriverKey key = DriverKey.required("file", "A file.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DriverDescriptor("x", "X.", List.of(key, key)))
                .withMessageContaining("driver x has a key twice");
    }
}
