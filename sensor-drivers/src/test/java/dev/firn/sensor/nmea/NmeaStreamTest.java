package dev.firn.sensor.nmea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.firn.sensor.nmea.Report.Fix;
import dev.firn.sensor.nmea.Report.Minimum;
import dev.firn.sensor.nmea.Report.Motion;
import dev.firn.sensor.nmea.Report.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What real receivers sent, against what gpsd made of it, sentence by sentence. */
class NmeaStreamTest {

    private static final Pattern POSITION = Pattern.compile("\"lat\":([-.\\d]+),\"lon\":([-.\\d]+)");
    private static final Pattern ALTITUDE = Pattern.compile("\"altMSL\":([-.\\d]+)");
    private static final Pattern TIME = Pattern.compile("\"time\":\"([^\"]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"gpsd_bu353s4.log", "gpsd_haicom-305N.log", "gpsd_skytraq-dgps.log"})
    void tellsWhatGpsdTells(String file) throws IOException {
        Iterator<Sentence> sentences = inOddChunks(bytes(file)).iterator();
        State state = new State();
        int compared = 0;
        for (String line : text(file + ".chk").lines().toList()) {
            if (line.startsWith("$") && !line.startsWith("$PSTI")) {
                state.hear(sentences.next());
            } else if (line.contains("\"TPV\"")) {
                compared += state.verify(line) ? 1 : 0;
            }
        }
        assertThat(sentences).isExhausted();
        assertThat(compared).isGreaterThan(10);
    }

    /** What has been heard so far. */
    private static final class State {
        private Optional<Place> place = Optional.empty();
        private double altitude;
        private int satellites;
        private Optional<Instant> time = Optional.empty();
        private String latest = "";

        void hear(Sentence sentence) {
            latest = sentence.toString();
            time = Optional.empty();
            switch (Report.of(sentence).orElse(null)) {
                case Fix fix -> {
                    place = fix.place();
                    altitude = fix.altitude().orElseThrow();
                    satellites = fix.satellites().orElseThrow();
                }
                case Minimum minimum -> {
                    place = minimum.place();
                    time = minimum.time();
                }
                case Motion motion -> assertThat(motion.speed()).isPresent();
                case null -> {}
            }
        }

        boolean verify(String position) {
            if (satellites == 0 && place.isPresent()) {
                return false; // A fix by no satellites, which gpsd does not believe before the sentence GSA does.
            }
            assertThat(place.isPresent())
                    .as(latest + position)
                    .isEqualTo(find(POSITION, position).isPresent());
            place.ifPresent(here -> {
                Matcher expected = find(POSITION, position).orElseThrow();
                assertThat(here.latitude()).as(latest).isCloseTo(Double.parseDouble(expected.group(1)), within(1e-9));
                assertThat(here.longitude()).as(latest).isCloseTo(Double.parseDouble(expected.group(2)), within(1e-9));
            });
            find(ALTITUDE, position)
                    .ifPresent(expected -> assertThat(altitude)
                            .as(latest)
                            .isCloseTo(Double.parseDouble(expected.group(1)), within(1e-3)));
            if (time.isPresent()) {
                find(TIME, position)
                        .ifPresent(expected -> assertThat(time).as(latest).contains(Instant.parse(expected.group(1))));
            }
            return true;
        }
    }

    private static Optional<Matcher> find(Pattern pattern, String line) {
        return Optional.of(pattern.matcher(line)).filter(Matcher::find);
    }

    private static List<Sentence> inOddChunks(byte[] bytes) {
        List<Sentence> sentences = new ArrayList<>();
        SentenceReader reader = new SentenceReader(sentences::add);
        Random random = new Random(1);
        for (int from = 0; from < bytes.length; ) {
            int to = Math.min(bytes.length, from + random.nextInt(1, 40));
            byte[] chunk = Arrays.copyOfRange(bytes, from, to);
            reader.accept(chunk, chunk.length);
            from = to;
        }
        return sentences;
    }

    private static String text(String file) throws IOException {
        return new String(bytes(file), StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(String file) throws IOException {
        try (InputStream stream = NmeaStreamTest.class.getResourceAsStream("/recordings/" + file)) {
            return Objects.requireNonNull(stream, file).readAllBytes();
        }
    }
}
