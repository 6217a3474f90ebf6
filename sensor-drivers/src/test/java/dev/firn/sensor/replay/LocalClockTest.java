package dev.firn.sensor.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LocalClockTest {

    @Test
    void hourThatComesTwiceIsOfTheSecondPassWhenTheFirstIsOver() {
        assertThat(dated(
                        "2024-10-27T01:30",
                        "2024-10-27T02:00",
                        "2024-10-27T02:30",
                        "2024-10-27T02:00",
                        "2024-10-27T02:30",
                        "2024-10-27T03:00"))
                .containsExactly(
                        "2024-10-26T23:30:00Z",
                        "2024-10-27T00:00:00Z",
                        "2024-10-27T00:30:00Z",
                        "2024-10-27T01:00:00Z",
                        "2024-10-27T01:30:00Z",
                        "2024-10-27T02:00:00Z");
    }

    @Test
    void hourThatComesTwiceButIsRecordedOnceIsOfTheFirstPass() {
        assertThat(dated("2024-10-27T02:30", "2024-10-27T03:00"))
                .containsExactly("2024-10-27T00:30:00Z", "2024-10-27T02:00:00Z");
    }

    @Test
    void hourThatIsSkippedRunsOnInWinterTime() {
        assertThat(dated("2024-03-31T01:30", "2024-03-31T02:30", "2024-03-31T04:00"))
                .containsExactly("2024-03-31T00:30:00Z", "2024-03-31T01:30:00Z", "2024-03-31T02:00:00Z");
    }

    @Test
    void offsetInTheTextWins() {
        assertThat(dated("2024-07-01T12:00Z", "2024-07-01T12:00", "2024-07-01T12:00-05:00"))
                .containsExactly("2024-07-01T12:00:00Z", "2024-07-01T10:00:00Z", "2024-07-01T17:00:00Z");
    }

    private static List<String> dated(String... texts) {
        LocalClock clock = new LocalClock(ZoneId.of("Europe/Rome"));
        return Stream.of(texts)
                .map(text -> WallTimeScanner.iso(text).orElseThrow())
                .map(time -> Instant.ofEpochMilli(clock.epochMillis(time)).toString())
                .toList();
    }
}
