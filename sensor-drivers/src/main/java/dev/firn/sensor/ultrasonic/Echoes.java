package dev.firn.sensor.ultrasonic;

import dev.firn.sensor.Measured;
import dev.firn.telemetry.QualityFlag;
import java.util.Comparator;
import java.util.List;

/** Several echoes of one measurement. Some get lost in falling snow, some come from a flake: the middle one counts. */
public final class Echoes {

    private Echoes() {}

    /**
     * The middle one of the echoes that came back, of two middle ones the nearer; suspect where most did not come back.
     *
     * @param echoes at least one; those that did not come back are missing
     */
    public static Measured middle(List<Measured> echoes) {
        List<Measured> back = echoes.stream()
                .filter(echo -> echo.flag() != QualityFlag.MISSING)
                .sorted(Comparator.comparingDouble(Measured::value))
                .toList();
        if (back.isEmpty()) {
            return echoes.getLast();
        }
        Measured middle = back.get((back.size() - 1) / 2);
        return 2 * back.size() < echoes.size() && middle.reason().isEmpty()
                ? Measured.suspect(
                        middle.quantity(),
                        middle.value(),
                        "only " + back.size() + " of " + echoes.size() + " echoes came back")
                : middle;
    }
}
