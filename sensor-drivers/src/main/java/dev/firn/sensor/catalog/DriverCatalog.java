package dev.firn.sensor.catalog;

import dev.firn.sensor.Driver;
import dev.firn.sensor.ads1115.Ads1115Driver;
import dev.firn.sensor.adxl345.Adxl345Driver;
import dev.firn.sensor.amg8833.Amg8833Driver;
import dev.firn.sensor.beampair.BeamPairDriver;
import dev.firn.sensor.bh1750.Bh1750Driver;
import dev.firn.sensor.bme280.Bme280Driver;
import dev.firn.sensor.contact.ContactDriver;
import dev.firn.sensor.ds18b20.Ds18b20Driver;
import dev.firn.sensor.gpsd.GpsdDriver;
import dev.firn.sensor.iio.HwmonDriver;
import dev.firn.sensor.iio.IioDriver;
import dev.firn.sensor.jsnsr04t.JsnSr04tDriver;
import dev.firn.sensor.lsm303agr.Lsm303AgrDriver;
import dev.firn.sensor.maxbotix.MaxbotixDriver;
import dev.firn.sensor.mlx90614.Mlx90614Driver;
import dev.firn.sensor.mpu6050.Mpu6050Driver;
import dev.firn.sensor.nmea.NmeaDriver;
import dev.firn.sensor.pulse.AnemometerDriver;
import dev.firn.sensor.pulse.RainGaugeDriver;
import dev.firn.sensor.sht.ShtDriver;
import dev.firn.sensor.tfluna.TfLunaDriver;
import dev.firn.sensor.tsl2591.Tsl2591Driver;
import dev.firn.sensor.veml7700.Veml7700Driver;
import dev.firn.sensor.vl53l1x.Vl53l1xDriver;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The drivers that this version of Firn has: what the configuration may name, and {@code firn sensors list} shows. */
public final class DriverCatalog {

    /** The driver that plays recordings; it has no bus, and the configuration reads its keys itself. */
    public static final String REPLAY = "replay";

    private static final List<Driver> DRIVERS = sorted(
            new Ads1115Driver(),
            new Adxl345Driver(),
            new Amg8833Driver(),
            new AnemometerDriver(),
            new BeamPairDriver(),
            new Bh1750Driver(),
            Bme280Driver.bme280(),
            Bme280Driver.bmp280(),
            new ContactDriver(),
            new Ds18b20Driver(),
            new GpsdDriver(),
            new HwmonDriver(),
            new IioDriver(),
            new JsnSr04tDriver(),
            new Lsm303AgrDriver(),
            new MaxbotixDriver(),
            new Mlx90614Driver(),
            new Mpu6050Driver(),
            new NmeaDriver(),
            new RainGaugeDriver(),
            ShtDriver.sht31(),
            ShtDriver.sht4x(),
            new TfLunaDriver(),
            new Tsl2591Driver(),
            new Veml7700Driver(),
            new Vl53l1xDriver());

    private DriverCatalog() {}

    /** Every driver of a part, in alphabetical order. */
    public static List<Driver> drivers() {
        return DRIVERS;
    }

    /** The driver that the configuration calls so. */
    public static Optional<Driver> named(String name) {
        return DRIVERS.stream()
                .filter(driver -> driver.descriptor().name().equals(name))
                .findFirst();
    }

    /** The names of all drivers, {@link #REPLAY} among them, in alphabetical order. */
    public static List<String> names() {
        return Stream.concat(
                        Stream.of(REPLAY),
                        DRIVERS.stream().map(driver -> driver.descriptor().name()))
                .sorted()
                .toList();
    }

    private static List<Driver> sorted(Driver... drivers) {
        return Arrays.stream(drivers)
                .sorted(Comparator.comparing(driver -> driver.descriptor().name()))
                .toList();
    }
}
