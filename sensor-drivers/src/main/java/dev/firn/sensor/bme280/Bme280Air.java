package dev.firn.sensor.bme280;

import dev.firn.bus.Words;
import dev.firn.sensor.Measured;
import dev.firn.sensor.SensorFaultException;
import dev.firn.sensor.bme280.Bme280Calibration.Humidity;
import dev.firn.sensor.bme280.Bme280Calibration.Temperature;
import dev.firn.telemetry.Quantity;
import java.util.ArrayList;
import java.util.List;

/**
 * What the data registers mean. Source: Bosch data sheet BST-BME280-DS002, sections 1.1 to 1.4 (ranges), 4.2.3 and
 * 5.4.7 to 5.4.9.
 */
final class Bme280Air {

    private static final int SKIPPED_20_BITS = 0x80000;
    private static final int SKIPPED_16_BITS = 0x8000;
    private static final int TEMPERATURE_AT = 3;
    private static final int HUMIDITY_AT = 6;

    private Bme280Air() {}

    /**
     * The values of one burst.
     *
     * @param data the registers from 0xF7: 8 of a BME280, 6 of a BMP280
     * @throws SensorFaultException if they are blank
     */
    static List<Measured> measured(byte[] data, Bme280Calibration calibration) {
        if (Words.areBlank(data)) {
            throw new SensorFaultException("its values are blank: it has no power, or the bus is disturbed");
        }
        int temperatureCounts = u20(data, TEMPERATURE_AT);
        if (temperatureCounts == SKIPPED_20_BITS) {
            return allMissing(calibration);
        }
        int fine = calibration.temperature().fine(temperatureCounts);
        List<Measured> values = new ArrayList<>();
        values.add(temperature(celsius(Temperature.hundredths(fine))));
        calibration.humidity().ifPresent(humidity -> values.add(humidity(data, fine, humidity)));
        values.add(pressure(data, fine, calibration));
        return values;
    }

    static double celsius(int hundredths) {
        return hundredths / 100.0;
    }

    static double pascal(long the256ths) {
        return the256ths / 256.0;
    }

    static double percent(int the1024ths) {
        return the1024ths / 1024.0;
    }

    /** A temperature in °C. */
    static Measured temperature(double celsius) {
        return within(Quantity.AIR_TEMPERATURE, celsius, -40, 85);
    }

    /** A pressure in Pa. */
    static Measured pressure(double pascal) {
        return within(Quantity.AIR_PRESSURE, pascal, 30_000, 110_000);
    }

    private static Measured pressure(byte[] data, int fine, Bme280Calibration calibration) {
        int counts = u20(data, 0);
        return counts == SKIPPED_20_BITS
                ? skipped(Quantity.AIR_PRESSURE)
                : pressure(pascal(calibration.pressure().pascal256ths(fine, counts)));
    }

    private static Measured humidity(byte[] data, int fine, Humidity calibration) {
        int counts = Words.u16BigEndian(data, HUMIDITY_AT);
        return counts == SKIPPED_16_BITS
                ? skipped(Quantity.RELATIVE_HUMIDITY)
                : Measured.of(Quantity.RELATIVE_HUMIDITY, percent(calibration.percent1024ths(fine, counts)));
    }

    /** Without the temperature nothing else can be computed. */
    private static List<Measured> allMissing(Bme280Calibration calibration) {
        Bme280Part part = calibration.humidity().isPresent() ? Bme280Part.BME280 : Bme280Part.BMP280;
        return part.quantities().stream().map(Bme280Air::skipped).toList();
    }

    private static Measured skipped(Quantity quantity) {
        return Measured.missing(quantity, "the part has not measured it");
    }

    private static Measured within(Quantity quantity, double value, double least, double most) {
        return value >= least && value <= most
                ? Measured.of(quantity, value)
                : Measured.suspect(quantity, value, "outside of the part's range");
    }

    private static int u20(byte[] data, int at) {
        return Words.u16BigEndian(data, at) << 4 | Words.u8(data, at + 2) >> 4;
    }
}
