package dev.firn.sensor.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.firn.bus.BusException;
import dev.firn.bus.FakeBuses;
import dev.firn.sensor.Bench;
import dev.firn.sensor.Conversation;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.Wiring;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactTest {

    private static final ContactDriver DRIVER = new ContactDriver();

    private final FakeBuses buses = new FakeBuses();

    @AfterEach
    void closeBuses() {
        buses.close();
    }

    @ParameterizedTest
    @CsvSource({"false, true, 1", "true, true, 0", "false, false, 0", "true, false, 1"})
    void stateIsOneAtTheActiveLevel(boolean high, String activeLow, double value) {
        buses.withLevel(17, high);
        try (Sensor sensor = open(Map.of("line", "17", "active-low", activeLow))) {
            assertThat(contact(sensor)).isEqualTo(value);
        }
    }

    @Test
    void followsTheLine() {
        buses.withLevel(17, true);
        try (Sensor sensor = open(Map.of("line", "17"))) {
            assertThat(contact(sensor)).isZero();
            buses.withLevel(17, false);
            assertThat(contact(sensor)).isOne();
        }
    }

    @Test
    void asksForPullAndDebounceOfTheKernel() {
        buses.withLevel(4, true);
        open(Map.of("line", "4", "chip", "pinctrl-rp1", "pull", "down", "debounce", "500us"))
                .close();
        open(Map.of("line", "4")).close();

        assertThat(buses.opened())
                .containsExactly("pinctrl-rp1 line 4 DOWN PT0.0005S", "pinctrl-bcm2711 line 4 UP PT0.02S");
    }

    @Test
    void lineThatIsNotThereIsABusFault() {
        assertThatExceptionOfType(BusException.class)
                .isThrownBy(() -> open(Map.of("line", "99")))
                .withMessage("pinctrl-bcm2711 line 99 nothing answers");
    }

    @Test
    void claimsItsLine() {
        assertThat(DRIVER.wiring(Bench.settings(DRIVER, Map.of("line", "17"))))
                .isEqualTo(new Wiring("pinctrl-bcm2711", Set.of("line 17")));
    }

    private Sensor open(Map<String, String> settings) {
        return Bench.open(DRIVER, settings, buses);
    }

    private static double contact(Sensor sensor) {
        return Conversation.from(sensor.measure()).value("contact").value();
    }
}
