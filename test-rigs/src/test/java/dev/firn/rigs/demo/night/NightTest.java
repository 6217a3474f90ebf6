package dev.firn.rigs.demo.night;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.rigs.demo.part.Check;
import dev.firn.rigs.demo.talk.Feed;
import dev.firn.rigs.demo.talk.Talk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NightTest {

    // The slope's drift around column 21, row 2, and its thin spot around column 13, row 2.
    private static final String WELL = move(21, 13);
    /** One move alone does not even the slope out. */
    private static final String TOO_LITTLE =
            "done, they bring 5 of 5 m³ where snow lacks, and the slope is 8.7 cm uneven instead of 8.9 cm";

    private static final String WRONG_WAY = move(13, 21);

    private final List<String> lines =
            new ArrayList<>(List.of("[{\"n\":\"firn/hello\",\"vs\":\"snow-management 1\"}]"));

    @Test
    void planAndWarningsAreShown() {
        advice("careful", "roll-caution", WRONG_WAY, 1);
        advice("stop", "roll-limit", WELL, 2);
        advice("later", "roll-limit", WELL, 2);
        assertThat(failed()).containsExactly(TOO_LITTLE);
        assertThat(night().report().printed())
                .anyMatch(line -> line.endsWith("careful"))
                .anyMatch(line -> line.endsWith("stop"))
                .noneMatch(line -> line.endsWith("later"))
                .anyMatch(line -> line.contains("row 2, column 21 to row 2, column 13: 40 m towards 270 degrees"));
    }

    @Test
    void nightWithoutAPlanFails() {
        advice("careful", "roll-caution", "", 1);
        advice("stop", "roll-limit", "", 1);
        assertThat(failed()).first().asString().startsWith("0 of 0 moves");
    }

    @Test
    void nightWithoutAWarningFails() {
        advice("careful", "roll-caution", WELL, 1);
        assertThat(failed()).containsExactly("warned of the side slope: roll-caution", TOO_LITTLE);
    }

    @Test
    void movesFromTooLittleToTooMuchFail() {
        advice("careful", "roll-caution", WELL, 1);
        advice("stop", "roll-limit", WRONG_WAY, 2);
        assertThat(failed()).hasSize(2).first().asString().startsWith("0 of 1 moves");
    }

    private List<String> failed() {
        return night().report().checks().stream()
                .filter(check -> !check.passed())
                .map(Check::words)
                .toList();
    }

    private Night night() {
        return Night.of(new Talk(new Feed(), lines, List.of(), 0, Duration.ofSeconds(1)));
    }

    private void advice(String text, String warning, String moves, int planTime) {
        String advice = """
                {"text":"%s","places":[{}],"grid":{},"warnings":[{"kind":"%s"}],"plan":{"time":%d,"moves":[%s]}}""".formatted(text, warning, planTime, moves);
        lines.add("[{\"n\":\"snow-management/advice\",\"t\":1,\"vs\":\"" + advice.replace("\"", "\\\"") + "\"}]");
    }

    private static String move(int fromColumn, int toColumn) {
        return """
                {"from":{"row":2,"column":%d},"to":{"row":2,"column":%d},"course":270,"distance":40,"cut":0.1,"volume":5}""".formatted(fromColumn, toColumn);
    }
}
