package dev.firn.sensor.bme280;

import dev.firn.sensor.bme280.Bme280Calibration.Humidity;
import dev.firn.sensor.bme280.Bme280Calibration.Pressure;
import dev.firn.sensor.bme280.Bme280Calibration.Temperature;

/** Bosch data sheet BST-BME280-DS002, section 8.1: the formulas with floating point. */
final class DoubleFormulas {

    private DoubleFormulas() {}

    static double fine(int counts, Temperature t) {
        double distance = counts / 131_072.0 - t.t1() / 8192.0;
        return (counts / 16_384.0 - t.t1() / 1024.0) * t.t2() + distance * distance * t.t3();
    }

    static double pascal(double fine, int counts, Pressure p) {
        double a = fine / 2 - 64_000;
        double b = (a * a * p.p6() / 32_768 + a * p.p5() * 2) / 4 + p.p4() * 65_536.0;
        double c = (1 + (p.p3() * a * a / 524_288 + p.p2() * a) / 524_288 / 32_768) * p.p1();
        double linear = (1_048_576 - counts - b / 4096) * 6250 / c;
        return linear + (p.p9() * linear * linear / 2_147_483_648.0 + linear * p.p8() / 32_768 + p.p7()) / 16;
    }

    static double percent(double fine, int counts, Humidity h) {
        double warmth = fine - 76_800;
        double signal = counts - (h.h4() * 64.0 + h.h5() / 16_384.0 * warmth);
        double slope = 1 + h.h6() / 67_108_864.0 * warmth * (1 + h.h3() / 67_108_864.0 * warmth);
        double linear = signal * (h.h2() / 65_536.0 * slope);
        return Math.clamp(linear * (1 - h.h1() * linear / 524_288), 0, 100);
    }
}
