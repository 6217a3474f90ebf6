package dev.firn.rigs.demo.traffic;

import dev.firn.rigs.demo.traffic.Probe.Header;
import dev.firn.rigs.demo.traffic.Probe.Range;
import dev.firn.rigs.recordings.Recording;
import java.util.List;

/**
 * The sixteen sensors of the node: fourteen that follow the columns of the two stations at the Weissfluhjoch, and two
 * gates. Noise and resolution are those of usual parts, rounded: a digital thermometer and hygrometer (SHT3x), an infrared
 * thermometer (MLX90614), an ultrasonic snow height sensor, a cup anemometer, a pyranometer.
 */
final class Probes {

    /** The fourteen. */
    static final List<Probe> STATIONS = List.of(
            temperature("air", Recording.WFJ2, "TA", "air-temperature", 0.02),
            new Probe("humidity", Recording.WFJ2, "RH", "relative-humidity", Header.PERCENT, 0.1, 2, Range.PERCENT),
            temperature("ground", Recording.WFJ2, "TSG", "ground-temperature", 0.02),
            temperature("surface", Recording.WFJ2, "TSS", "snow-surface-temperature", 0.05),
            new Probe("snow", Recording.WFJ2, "HS", "snow-height", Header.SAME, 0.002, 3, Range.NOT_NEGATIVE),
            speed("wind", Recording.WFJ2, "VW", "wind-speed"),
            direction("vane", Recording.WFJ2),
            speed("gust", Recording.WFJ2, "VW_MAX", "wind-gust"),
            radiation("reflected", Recording.WFJ2, "RSWR", "reflected-shortwave"),
            temperature("ridge-air", Recording.WFJ_WIND_RADIATION, "TA", "air-temperature", 0.02),
            speed("ridge-wind", Recording.WFJ_WIND_RADIATION, "VW", "wind-speed"),
            speed("ridge-gust", Recording.WFJ_WIND_RADIATION, "VW_MAX", "wind-gust"),
            radiation("sun", Recording.WFJ_WIND_RADIATION, "ISWR", "incoming-shortwave"),
            radiation("sky", Recording.WFJ_WIND_RADIATION, "ILWR", "incoming-longwave"));

    private Probes() {}

    private static Probe temperature(String id, Recording station, String column, String quantity, double noise) {
        return new Probe(id, station, column, quantity, Header.CELSIUS, noise, 2, Range.ANY);
    }

    private static Probe speed(String id, Recording station, String column, String quantity) {
        return new Probe(id, station, column, quantity, Header.SAME, 0.3, 1, Range.NOT_NEGATIVE);
    }

    private static Probe direction(String id, Recording station) {
        return new Probe(id, station, "DW", "wind-direction", Header.SAME, 5, 0, Range.CIRCLE);
    }

    private static Probe radiation(String id, Recording station, String column, String quantity) {
        return new Probe(id, station, column, quantity, Header.SAME, 1, 0, Range.NOT_NEGATIVE);
    }
}
