package dev.firn.rigs.demo.day;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.rigs.demo.part.Check;
import dev.firn.rigs.demo.recorded.WinterDay;
import dev.firn.rigs.demo.talk.Feed;
import dev.firn.rigs.demo.talk.Talk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayTest {

    private final List<String> lines =
            new ArrayList<>(List.of("[{\"n\":\"firn/hello\",\"vs\":\"people-management 1\"}]"));

    @Test
    void rightAnswersPassAndTheirMomentsAreShown() {
        waiting(LiftDay.STOPS, "\"v\":300");
        waiting(LiftDay.STOPS + 1, "\"flag\":9");
        advice(LiftDay.OPENS + 1, "\"text\":\"few\",\"people\":2");
        advice(600, "\"text\":\"many\",\"people\":70");
        advice(601, "\"text\":\"as many\",\"people\":70");
        advice(1410, "\"text\":\"none\",\"people\":0,\"drift\":{\"in\":282,\"out\":245}");
        people(0);
        assertThat(day().report().passed()).isTrue();
        assertThat(day().report().printed())
                .contains(
                        "  08:01 opening      few",
                        "  10:00 busiest      many",
                        "  23:30 close        none Counted: 282 in, 245 out.")
                .anyMatch(line -> line.startsWith("  4 pieces of advice among 8 answers"));
    }

    @Test
    void waitingTimeOfAStandingLiftFails() {
        waiting(LiftDay.STOPS, "\"v\":300");
        waiting(LiftDay.STOPS + 1, "\"v\":300");
        people(0);
        assertThat(failed()).singleElement().asString().endsWith("1 wrong");
    }

    @Test
    void missingWaitingTimeOfARunningLiftFails() {
        waiting(LiftDay.STOPS, "\"flag\":9");
        waiting(LiftDay.STOPS + 1, "\"flag\":9");
        people(0);
        assertThat(failed()).singleElement().asString().endsWith("1 wrong");
    }

    @Test
    void peopleWhoAreLeftFail() {
        waiting(LiftDay.STOPS, "\"v\":300");
        waiting(LiftDay.STOPS + 1, "\"flag\":9");
        people(37);
        assertThat(failed()).containsExactly("people on the slope after the reset: 37");
    }

    @Test
    void silenceFails() {
        assertThat(failed()).hasSize(2).last().asString().endsWith("nobody knows");
    }

    @Test
    void everyRunIsFedTheSame() {
        assertThat(DayPart.feed().text()).isEqualTo(DayPart.feed().text());
        assertThat(DayPart.feed().pings()).hasSize(1440);
    }

    private List<String> failed() {
        return day().report().checks().stream()
                .filter(check -> !check.passed())
                .map(Check::words)
                .toList();
    }

    private Day day() {
        return Day.of(new Talk(new Feed(), lines, List.of(), 0, Duration.ofSeconds(1)));
    }

    private void waiting(int minute, String rest) {
        lines.add("[{\"n\":\"lift-2/waiting-time\",\"t\":" + seconds(minute) + "," + rest + "}]");
    }

    private void people(int people) {
        lines.add("[{\"n\":\"nordhang/people-in-area\",\"t\":" + seconds(1440) + ",\"v\":" + people + "}]");
    }

    private void advice(int minute, String keys) {
        String text = "{" + keys + "}";
        lines.add("[{\"n\":\"people-management/advice\",\"t\":" + seconds(minute) + ",\"vs\":\""
                + text.replace("\"", "\\\"") + "\"}]");
    }

    private static long seconds(int minute) {
        return WinterDay.startMillis() / 1000 + minute * 60L;
    }
}
