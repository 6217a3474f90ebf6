package dev.firn.sensor.ads1115;

import java.time.Duration;
import java.util.List;

/** The numbers of an ADS1115. Source: TI data sheet "ADS111x", SBAS444, tables "Config Register" and "Data Format". */
final class Ads1115Code {

    /** Full scale in volts by the code of the programmable gain, 0 to 5. */
    static final List<Double> RANGES = List.of(6.144, 4.096, 2.048, 1.024, 0.512, 0.256);

    /** Conversions a second by the code of the data rate, 0 to 7. */
    static final List<Integer> RATES = List.of(8, 16, 32, 64, 128, 250, 475, 860);

    /** Written: starts a conversion. Read: none is running. */
    static final int START_OR_READY = 0x8000;

    /** The multiplexer's code of A0 against ground; those of A1 to A3 follow. */
    private static final int A0_TO_GROUND = 4;

    private static final int SINGLE_SHOT = 0x0100;
    private static final int COMPARATOR_OFF = 0x0003;
    private static final int GREATEST = 0x7FFF;
    private static final double COUNTS = 32_768;

    private Ads1115Code() {}

    /**
     * The configuration register for an input against ground, one conversion at a time, without {@link
     * #START_OR_READY}.
     *
     * @param input 0 to 3
     * @param range one of {@link #RANGES}
     * @param rate one of {@link #RATES}
     */
    static int configuration(int input, double range, int rate) {
        return (A0_TO_GROUND + input) << 12
                | RANGES.indexOf(range) << 9
                | SINGLE_SHOT
                | RATES.indexOf(rate) << 5
                | COMPARATOR_OFF;
    }

    /**
     * What the conversion register means.
     *
     * @param code 16 bits, signed
     * @param range full scale in volts
     */
    static InputVoltage voltage(int code, double range) {
        return new InputVoltage(code * range / COUNTS, code == GREATEST);
    }

    /** How long a conversion takes at most: the part's clock can be 10 % slow. */
    static Duration longestConversion(int rate) {
        return Duration.ofNanos(1_100_000_000L / rate);
    }
}
