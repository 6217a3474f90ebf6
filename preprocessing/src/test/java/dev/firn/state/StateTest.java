package dev.firn.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StateTest {

    private enum Weather {
        SUN,
        SNOW
    }

    @Property
    void whatIsWrittenIsRead(
            @ForAll long number,
            @ForAll double value,
            @ForAll boolean truth,
            @ForAll String text,
            @ForAll @Size(max = 100) double[] values) {
        byte[] saved = new StateWriter()
                .put(number)
                .put(value)
                .put(truth)
                .put(text)
                .put(values, values.length)
                .put(Weather.SNOW)
                .toBytes();
        StateReader state = new StateReader(saved);
        assertThat(state.getLong()).isEqualTo(number);
        assertThat(state.getDouble()).isEqualTo(value);
        assertThat(state.getBoolean()).isEqualTo(truth);
        assertThat(state.getText())
                .isEqualTo(new String(
                        text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        java.nio.charset.StandardCharsets.UTF_8));
        assertThat(state.getDoubles()).isEqualTo(values);
        assertThat(state.getEnum(Weather.class)).isEqualTo(Weather.SNOW);
        assertThat(state.isAtEnd()).isTrue();
    }

    @Test
    void damageIsNoticed() {
        byte[] saved = new StateWriter().put(7L).put("snow").toBytes();
        byte[] torn = Arrays.copyOf(saved, saved.length - 1);
        assertThatExceptionOfType(StateException.class).isThrownBy(() -> {
            StateReader state = new StateReader(torn);
            state.getLong();
            state.getText();
        });
        assertThatExceptionOfType(StateException.class).isThrownBy(() -> new StateReader(saved).getLong(8, 9));
        assertThatExceptionOfType(StateException.class).isThrownBy(() -> new StateReader(new byte[] {2}).getBoolean());
        byte[] hail = new StateWriter().put("HAIL").toBytes();
        assertThatExceptionOfType(StateException.class)
                .isThrownBy(() -> new StateReader(hail).getEnum(Weather.class))
                .withMessageContaining("HAIL");
    }
}
