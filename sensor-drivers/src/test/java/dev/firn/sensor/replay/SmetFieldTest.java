package dev.firn.sensor.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.telemetry.Quantity;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmetFieldTest {

    @ParameterizedTest
    @CsvSource({
        "P,         air-pressure,             Pa,    74308,  74308",
        "TA,        air-temperature,          Cel,   277.25, 4.1",
        "TD,        dew-point-temperature,    Cel,   263.15, -10",
        "TSS,       snow-surface-temperature, Cel,   258.95, -14.2",
        "TSG,       ground-temperature,       Cel,   273.05, -0.1",
        "RH,        relative-humidity,        %RH,   0.871,  87.1",
        "VW,        wind-speed,               m/s,   2.8,    2.8",
        "DW,        wind-direction,           deg,   286,    286",
        "VW_MAX,    wind-gust,                m/s,   5.4,    5.4",
        "ISWR,      incoming-shortwave,       W/m2,  812,    812",
        "RSWR,      reflected-shortwave,      W/m2,  640,    640",
        "OSWR,      reflected-shortwave,      W/m2,  640,    640",
        "ILWR,      incoming-longwave,        W/m2,  333,    333",
        "OLWR,      outgoing-longwave,        W/m2,  310,    310",
        "PINT,      precipitation-intensity,  mm/h,  0.4,    0.4",
        "PSUM,      precipitation,            mm,    0.217,  0.217",
        "HS,        snow-height,              m,     1.11,   1.11",
        "SWE,       snow-water-equivalent,    kg/m2, 412,    412",
        "TS1,       snow-temperature-1,       Cel,   268.15, -5",
        "TS12,      snow-temperature-12,      Cel,   268.15, -5",
        "latitude,  latitude,                 lat,   46.8,   46.8",
        "longitude, longitude,                lon,   9.8,    9.8",
        "altitude,  altitude,                 m,     2540,   2540",
        "ta,        air-temperature,          Cel,   277.25, 4.1",
    })
    void mapsTheStandardsNamesAndUnits(String column, String name, String unit, BigDecimal raw, double expected) {
        SmetField field = SmetField.of(column);
        assertThat(field.quantity().name()).isEqualTo(name);
        assertThat(field.quantity().unit()).isEqualTo(unit);
        assertThat(field.quantity().isUnbounded()).isFalse();
        assertThat(field.conversion().apply(raw).doubleValue()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "PSUM_PH,  psum-ph",
        "TA_MAX,   ta-max",
        "easting,  easting",
        "*weird__, weird",
        "T(°C),    t-c",
        "TS,       ts",
        "TSOIL1,   tsoil1",
        "°,        unnamed",
    })
    void keepsColumnsThatNobodyKnows(String column, String name) {
        SmetField field = SmetField.of(column);
        assertThat(field.quantity()).isEqualTo(Quantity.unknown(name, ""));
        assertThat(field.conversion()).isEqualTo(LinearConversion.NONE);
    }

    @Test
    void directionIsSummarisedOnTheCircle() {
        assertThat(SmetField.of("DW").quantity().kind()).isEqualTo(Quantity.Kind.DIRECTION);
    }
}
