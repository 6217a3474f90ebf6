package dev.firn.sensor.nmea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The first five sentences: pynmea2's tests. */
class SentenceTest {

    private static final String GGA = "$GPGGA,184353.07,1929.045,S,02410.506,E,1,04,2.6,100.00,M,-33.9,M,,0000*6D";
    private static final String RMC = "$GPRMC,225446,A,4916.45,N,12311.12,W,000.5,054.7,191194,020.3,E*68";

    private final List<Sentence> sentences = new ArrayList<>();
    private final SentenceReader reader = new SentenceReader(sentences::add);

    @Test
    void fixTellsPlaceAltitudeSatellitesAndDilution() {
        Report.Fix fix = (Report.Fix) report(GGA);
        Report.Place place = fix.place().orElseThrow();
        assertThat(place.latitude()).isCloseTo(-19.4840833, within(5e-8));
        assertThat(place.longitude()).isCloseTo(24.1751, within(5e-8));
        assertThat(fix.altitude()).hasValue(100.0);
        assertThat(fix.satellites()).hasValue(4);
        assertThat(fix.dilution()).hasValue(2.6);
    }

    @Test
    void minimumTellsPlaceSpeedCourseAndTime() {
        Report.Minimum minimum = (Report.Minimum) report(RMC);
        Report.Place place = minimum.place().orElseThrow();
        assertThat(place.latitude()).isCloseTo(49.2741667, within(5e-8));
        assertThat(place.longitude()).isCloseTo(-123.1853333, within(5e-8));
        assertThat(minimum.time()).contains(Instant.parse("1994-11-19T22:54:46Z"));
        assertThat(minimum.speed().orElseThrow()).isCloseTo(0.2572, within(5e-5));
        assertThat(minimum.course()).hasValue(54.7);
    }

    @Test
    void fixOfQualityZeroHasNoPlace() {
        Report.Fix fix = (Report.Fix) report("$GPGGA,201716.684,,,,,0,00,,,M,0.0,M,,0000*5F");
        assertThat(fix.place()).isEmpty();
        assertThat(fix.satellites()).hasValue(0);
        assertThat(fix.altitude()).isEmpty();
        assertThat(fix.dilution()).isEmpty();
    }

    @Test
    void minimumWithoutSpeedHasAPlace() {
        Report.Minimum minimum = (Report.Minimum) report("$GPRMC,123519.00,A,4807.038,N,01131.000,E,,,230394,,*33");
        assertThat(minimum.place()).isPresent();
        assertThat(minimum.speed()).isEmpty();
        assertThat(minimum.course()).isEmpty();
        assertThat(minimum.time()).contains(Instant.parse("1994-03-23T12:35:19Z"));
    }

    @Test
    void minimumOfStatusVHasNoPlace() {
        Report.Minimum minimum = (Report.Minimum) report("$GPRMC,123519.00,V,4807.038,N,01131.000,E,,,230394,,*24");
        assertThat(minimum.place()).isEmpty();
    }

    @Test
    void motionTellsSpeedAndCourse() {
        assertThat(report(sum("$GNVTG,054.7,T,034.4,M,010.0,N,018.5,K,A")))
                .isEqualTo(new Report.Motion(OptionalDouble.of(18_520 / 3600.0), OptionalDouble.of(54.7)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GP", "GL", "GA", "GN", "GB", "BD", "GQ"})
    void anyTalkerIsHeard(String talker) {
        assertThat(report(sum("$" + talker + "GGA,184353.07,1929.045,S,02410.506,E,1,04,2.6,100.00,M,-33.9,M,,")))
                .isInstanceOf(Report.Fix.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$GPGGA,184353.07,1929.045,S,02410.506,E,1,04,2.6,100.00,M,-33.9,M,,0000*6E",
                "$GPGGA,184353.07,1929.045,S,02410.506,E,1,05,2.6,100.00,M,-33.9,M,,0000*6D",
                "$GPGGA,184353.07,1929.045,S,02410.506,E,1,04,2.6,100.00,M,-33.9,M,,0000",
                "$GPGGA,184353.07,1929.045,S,02410.506,E,1,04,2.6,100.00,M,-33.9,M,,0000*6",
                "GPGGA,184353.07,1929.045,S,02410.506,E,1,04,2.6,100.00,M,-33.9,M,,0000*6D",
                "$*00",
                "$"
            })
    void damagedSentenceIsNone(String line) {
        assertThat(Sentence.parse(line)).isEmpty();
    }

    /** Each place is one that cannot be. */
    @ParameterizedTest
    @CsvSource({
        "9000.001,N,02410.506,E",
        "1960.000,N,02410.506,E",
        "1929.045,X,02410.506,E",
        "1929.045,,02410.506,E",
        "1929.045,NS,02410.506,E",
        "1929.045,N,18000.100,W",
        "-1929.045,N,02410.506,E",
        "1e3,N,02410.506,E",
        "NaN,N,02410.506,E"
    })
    void placeThatCannotBeIsNone(String latitude, String north, String longitude, String east) {
        String place = String.join(",", latitude, north == null ? "" : north, longitude, east);
        assertThat(((Report.Fix) report(sum("$GPGGA,184353," + place + ",1,04,2.6,100.0,M,,M,,"))).place())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "6", "7", "8", "", "12"})
    void placeThatIsNotMeasuredIsNone(String quality) {
        String line = "$GPGGA,184353,1929.045,S,02410.506,E," + quality + ",04,2.6,100.0,M,,M,,";
        assertThat(((Report.Fix) report(sum(line))).place()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "235960.00, 311216, 2017-01-01T00:00:00Z",
        "000000.25, 010180, 1980-01-01T00:00:00.250Z",
        "000000, 010179, 2079-01-01T00:00:00Z",
        "246000, 010120,",
        "1200, 010120,",
        "120000, 310220,"
    })
    void readsTimes(String clock, String date, Instant time) {
        String line = "$GPRMC," + clock + ",A,4916.45,N,12311.12,W,000.5,054.7," + date + ",,";
        assertThat(((Report.Minimum) report(sum(line))).time().orElse(null)).isEqualTo(time);
    }

    @Test
    void shortSentenceIsReadAsFarAsItGoes() {
        assertThat(((Report.Fix) report(sum("$GPGGA,184353"))).place()).isEmpty();
    }

    @Test
    void readerIsInStepAgainWithTheNextSentence() {
        feed("53.07,1929.045,S*6D\r\n" + GGA + "\r\n$GPGGA,18435" + RMC + "\r\n\u0000\u0007ÿ$$" + GGA + "\n\r\n" + RMC
                + "\r");
        assertThat(sentences).extracting(Sentence::type).containsExactly("GGA", "RMC", "GGA", "RMC");
    }

    @Test
    void sentenceThatDoesNotEndIsGivenUp() {
        feed("$GPGGA," + "1,".repeat(100_000) + "\r\n" + RMC + "\r\n");
        assertThat(sentences).extracting(Sentence::type).containsExactly("RMC");
    }

    @Test
    void sentenceOfReceiversWithManyDecimalsIsHeard() {
        feed("$GPGGA,213121.000,4404.1295864,N,12118.8685453,W,2,07,1.2,1102.537,M,-20.300,M,,0000*5F\r\n");
        assertThat(sentences).hasSize(1);
    }

    @Test
    void proprietarySentencesAreNotOurs() {
        feed(sum("$PSTI,030,1") + "\r\n" + sum("$PGRME,15.0,M") + "\r\n");
        assertThat(sentences).isEmpty();
    }

    private void feed(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        reader.accept(bytes, bytes.length);
    }

    private static Report report(String line) {
        return Sentence.parse(line).flatMap(Report::of).orElseThrow();
    }

    private static String sum(String line) {
        int sum = line.chars().skip(1).reduce(0, (a, b) -> a ^ b);
        return "%s*%02X".formatted(line, sum);
    }
}
