package dev.firn.rigs.demo.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class FeedTest {

    private final Feed feed = new Feed();

    @Test
    void valuesOfOneTimeAreOnePackOnOneLine() {
        feed.values(
                1_735_196_370_250L,
                Feed.Value.of("gate-1/people-in", 3),
                new Feed.Value("air/air-temperature", new BigDecimal("-13.10")));
        assertThat(feed.text()).isEqualTo("""
                [{"bt":1735196370.25,"n":"gate-1/people-in","v":3},{"n":"air/air-temperature","v":-13.10}]
                """);
    }

    @Test
    void pingsAreNumberedAndRemembered() {
        feed.ping(60_000);
        feed.ping(120_000);
        assertThat(feed.pings()).containsExactly("1", "2");
        assertThat(feed.text()).contains("[{\"n\":\"firn/ping\",\"t\":120,\"vs\":\"2\"}]\n");
    }

    @Test
    void drainIsTheLastLine() {
        feed.ping(1000);
        feed.drain();
        assertThat(feed.text().lines()).last().isEqualTo("[{\"n\":\"firn/drain\",\"vb\":true}]");
    }
}
