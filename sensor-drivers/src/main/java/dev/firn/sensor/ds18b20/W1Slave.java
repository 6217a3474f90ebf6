package dev.firn.sensor.ds18b20;

import dev.firn.bus.Words;
import dev.firn.sensor.SensorFaultException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a thermometer's file {@code w1_slave} says: nine bytes of scratchpad, the kernel's verdict on their checksum,
 * and the temperature. Sources: kernel documentation "Kernel driver w1_therm"; Maxim data sheet "DS18B20", figure 4
 * (temperature register), table 1 and "Operation: Measuring Temperature" (power-on value), figure 8 (scratchpad).
 */
final class W1Slave {

    private static final Pattern FORM =
            Pattern.compile("((?:[0-9a-f]{2} ){9}): crc=[0-9a-f]{2} (YES|NO)\\s.*\\bt=(-?\\d{1,6})", Pattern.DOTALL);

    /** Those whose temperature register is not in sixteenths: DS18S20, and the MAX31850 that calls itself DS1825. */
    private static final String HALVES_FAMILY = "10";

    private static final String THERMOCOUPLE_FAMILY = "3b";

    private static final int CHECKSUM_AT = 8;
    private static final double POWER_ON = 85;
    private static final double TOO_LITTLE_POWER = 127.9375;
    private static final double LEAST = -55;
    private static final double GREATEST = 125;

    private W1Slave() {}

    /** Whether the text is whole and its bytes are those that the part sent. */
    static boolean isIntact(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches() && isIntact(matcher);
    }

    /**
     * Temperature in °C, -55 to 125.
     *
     * @param family the first two digits of the part's name
     * @param text of the file, without white space around it
     * @throws SensorFaultException if the bytes were changed on their way, or stand for "none"
     */
    static double celsius(String family, String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new SensorFaultException("w1_slave says \"" + text + "\", which is no answer of a thermometer");
        }
        byte[] scratchpad = scratchpad(matcher);
        if (!isIntact(matcher)) {
            throw SensorFaultException.wrongChecksum(
                    OneWireCrc.of(scratchpad, CHECKSUM_AT), Words.u8(scratchpad, CHECKSUM_AT));
        }
        if (Words.areBlank(scratchpad)) {
            throw new SensorFaultException("all bytes are 00: the data line is held low, or the part has no power");
        }
        boolean inSixteenths = !family.equals(HALVES_FAMILY) && !family.equals(THERMOCOUPLE_FAMILY);
        return plausible(inSixteenths ? celsius(scratchpad) : Integer.parseInt(matcher.group(3)) / 1000.0);
    }

    /** Temperature in °C of a DS18B20, DS1822 or DS28EA00, in steps of 1/16. */
    static double celsius(byte[] scratchpad) {
        return Words.s16LittleEndian(scratchpad, 0) / 16.0;
    }

    private static double plausible(double celsius) {
        if (celsius == POWER_ON) {
            throw new SensorFaultException("85 °C is its power-on value: it lost power and has not measured since");
        }
        // The kernel's text ends at thousandths.
        if (Math.abs(celsius - TOO_LITTLE_POWER) < 0.001) {
            throw new SensorFaultException("127.94 °C stands for too little power to measure");
        }
        if (!(celsius >= LEAST && celsius <= GREATEST)) {
            throw new SensorFaultException(celsius + " °C is beyond what it measures, -55 to 125");
        }
        return celsius;
    }

    private static boolean isIntact(Matcher matcher) {
        byte[] scratchpad = scratchpad(matcher);
        return matcher.group(2).equals("YES")
                && OneWireCrc.of(scratchpad, CHECKSUM_AT) == Words.u8(scratchpad, CHECKSUM_AT);
    }

    private static byte[] scratchpad(Matcher matcher) {
        return HexFormat.of().parseHex(matcher.group(1).replace(" ", ""));
    }
}
