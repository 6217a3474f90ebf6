package dev.firn.sensor.beampair;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateCounterTest {

    private static final long MILLI = 1_000_000;
    private static final GateTimes USUAL =
            new GateTimes(Duration.ofMillis(10), Duration.ofMillis(5), Duration.ofMillis(500), Duration.ofMillis(2500));

    private final GateCounter counter = new GateCounter(USUAL);

    /** A script is level@milliseconds: the letter of a beam in upper case when it breaks, in lower when it is whole. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "in                                   | A0 B100 a200 b300                          | 1 | 0",
                "out                                  | B0 A100 b200 a300                          | 0 | 1",
                "turned back at both                  | A0 B100 b200 a300                          | 0 | 0",
                "turned back coming out               | B0 A100 a200 b300                          | 0 | 0",
                "turned back at the first beam        | A0 a100                                    | 0 | 0",
                "in, narrow                           | A0 a40 B80 b120                            | 1 | 0",
                "out, narrow                          | B0 b40 A80 a120                            | 0 | 1",
                "narrow, just within the time-out     | A0 a40 B540 b600                           | 1 | 0",
                "narrow, just after the time-out      | A0 a40 B541 b600                           | 0 | 0",
                "another comes out after the time-out | A0 a40 B600 b640 A680 a720                 | 0 | 1",
                "skier at 15 m/s                      | A0 B33 a40 b73                             | 1 | 0",
                "back to the first beam, then on      | A0 a50 A90 B150 a200 b250                  | 1 | 0",
                "sways at both, then on               | A0 B100 b150 B200 a250 b300                | 1 | 0",
                "sways at the first, then on          | A0 B100 a150 A200 a250 b300                | 1 | 0",
                "nearly through, then back            | A0 B100 a150 A200 b250 a300                | 0 | 0",
                "next one, close behind               | A0 B100 a150 A200 b250 B300 a350 b400      | 2 | 0",
                "three, close behind each other       | A0 B90 a150 A200 b250 B300 a350 A400 b450 B500 a550 b600 | 3 | 0",
                "next turns back, close behind two    | A0 B90 a150 A200 b250 B300 a350 A400 b450 a550 | 1 | 0",
                "narrow, next while first is at B     | A0 a40 B80 A100 b120 a140 B180 b220        | 2 | 0",
                "narrow, next passes A while first at B | A0 a40 B80 A90 a110 b130 B170 b210       | 2 | 0",
                "narrow, third passes A again         | A0 a40 B80 A90 a110 A125 b140 a160 B190 b220 | 2 | 0",
                "narrow, next turns back              | A0 a40 B80 A100 b120 a140                  | 1 | 0",
                "one in, then one out                 | A0 B100 a200 b300 B350 A400 b450 a500      | 1 | 1",
                "both ways at once, A quicker         | A0 B50 a90 b140 B200 A220 b260 a300        | 1 | 1",
                "both beams at once                   | A0 B4 a200 b300                            | 0 | 0",
                "both at once, then one in            | A0 B4 a200 b300 A400 B500 a600 b700        | 1 | 0",
                "stands at A for long, then in        | A0 B10000 a10200 b10400                    | 1 | 0",
                "stands at A for long, narrow         | A0 a10000 B10200 b10400                    | 1 | 0",
                "stands at both for long              | A0 B100 a10000 b10100                      | 0 | 0",
                "snow on both lenses                  | A0 B60000 a90000 b120000                   | 0 | 0",
                "passes behind a lens with snow       | A0 B3000 b3100 B4000 b4100 a9000           | 0 | 0",
                "in after the snow is gone            | A0 a9000 A10000 B10100 a10200 b10300       | 1 | 0",
                "snowflake before A, then one out     | A0 a9 B300 A400 b500 a600                  | 0 | 1",
                "bounces at each change               | A0 a2 A5 B100 b103 B105 a200 A201 a203 A208 a212 b300 B303 b309 | 1 | 0",
                "bounces at the end, then one out     | A0 B100 a200 b300 B305 b308 B400 A500 b600 a700 | 1 | 1",
                "same edge twice                      | A0 A20 B100 a200 a220 b300 b320            | 1 | 0",
            })
    void countsPassages(String name, String script, int in, int out) {
        counter.start(false, false, 0);
        play(script);
        counter.advance(200_000 * MILLI);

        assertThat(counter.takePassages(Beam.A)).as("in").isEqualTo(in);
        assertThat(counter.takePassages(Beam.B)).as("out").isEqualTo(out);
    }

    @Test
    void passagesAreTakenOnce() {
        counter.start(false, false, 0);
        play("A0 B100 a200 b300");
        counter.advance(310 * MILLI);
        assertThat(counter.takePassages(Beam.A)).isOne();
        assertThat(counter.takePassages(Beam.A)).isZero();
    }

    @Test
    void passageCountsOnceItsEndHasLasted() {
        counter.start(false, false, 0);
        play("A0 B100 a200 b300");
        counter.advance(309 * MILLI);
        assertThat(counter.takePassages(Beam.A)).isZero();
        counter.advance(310 * MILLI);
        assertThat(counter.takePassages(Beam.A)).isOne();
    }

    @Test
    void isBlockedFromTheTimeOnUntilTheBeamIsWhole() {
        counter.start(false, false, 0);
        play("A1000");
        counter.advance(3499 * MILLI);
        assertThat(counter.isBlocked(3499 * MILLI)).isFalse();
        assertThat(counter.isBlocked(3500 * MILLI)).isTrue();
        play("a4000");
        counter.advance(4009 * MILLI);
        assertThat(counter.isBlocked(4009 * MILLI)).isTrue();
        counter.advance(4010 * MILLI);
        assertThat(counter.isBlocked(4010 * MILLI)).isFalse();
    }

    @Test
    void whoeverIsInTheGateAtTheStartIsNotCounted() {
        counter.start(true, false, 0);
        play("B100 a200 b300 A400 B500 a600 b700");
        counter.advance(1000 * MILLI);
        assertThat(counter.takePassages(Beam.A)).isOne();
        assertThat(counter.takePassages(Beam.B)).isZero();
    }

    @Test
    void whoeverIsInTheGateWhenEdgesAreLostIsNotCounted() {
        counter.start(false, false, 0);
        play("A0 B100");
        counter.advance(150 * MILLI);
        counter.forget();
        play("a200 b300 B400 A500 b600 a700");
        counter.advance(1000 * MILLI);
        assertThat(counter.takePassages(Beam.A)).isZero();
        assertThat(counter.takePassages(Beam.B)).isOne();
    }

    /** Two hundred passages either way, at any speed, body and gap, with bounce at every change. */
    @Test
    void countsTwoHundredPassagesWithBounce() {
        Random random = new Random(7);
        List<Boolean> directions = new ArrayList<>(Collections.nCopies(120, true));
        directions.addAll(Collections.nCopies(80, false));
        Collections.shuffle(directions, random);
        counter.start(false, false, 0);
        long time = 0;
        for (boolean in : directions) {
            time = pass(in ? Beam.A : Beam.B, time + random.nextInt(30, 2000), random);
        }
        counter.advance((time + 1000) * MILLI);
        assertThat(counter.takePassages(Beam.A)).isEqualTo(120);
        assertThat(counter.takePassages(Beam.B)).isEqualTo(80);
    }

    /** A body that is longer than the beams are apart. */
    private long pass(Beam first, long from, Random random) {
        int between = random.nextInt(25, 400);
        int body = between + random.nextInt(25, 400);
        bounce(first, true, from, random);
        bounce(first.other(), true, from + between, random);
        bounce(first, false, from + body, random);
        bounce(first.other(), false, from + body + between, random);
        return from + body + between + 10;
    }

    private void bounce(Beam beam, boolean level, long millis, Random random) {
        long time = millis * MILLI;
        for (int i = random.nextInt(4); i > 0; i--) {
            counter.edge(beam, level, time);
            time += random.nextInt(100, 2000) * 1000L;
            counter.edge(beam, !level, time);
            time += random.nextInt(100, 2000) * 1000L;
        }
        counter.edge(beam, level, time);
    }

    private void play(String script) {
        for (String word : script.strip().split(" ", -1)) {
            char letter = word.charAt(0);
            Beam beam = Character.toUpperCase(letter) == 'A' ? Beam.A : Beam.B;
            counter.edge(beam, Character.isUpperCase(letter), Long.parseLong(word.substring(1)) * MILLI);
        }
    }
}
