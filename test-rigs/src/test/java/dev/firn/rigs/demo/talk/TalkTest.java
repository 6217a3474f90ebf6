package dev.firn.rigs.demo.talk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.rigs.gateway.Distribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TalkTest {

    private static final String HELLO = "[{\"n\":\"firn/hello\",\"vs\":\"echo 1\"}]";

    @TempDir
    private Path home;

    private final Feed feed = new Feed();

    @BeforeEach
    void feedTwoPings() {
        feed.ping(1000);
        feed.ping(2000);
        feed.drain();
    }

    @Test
    void programOfTheDistributionIsFedOnItsStandardInput() throws IOException {
        Path bin = Files.createDirectory(home.resolve("bin"));
        script(bin.resolve("firn"), "exit 1");
        script(bin.resolve("echo"), """
                echo '%s'
                cat "$2" >&2
                sed 's/ping/pong/'
                """.formatted(HELLO));
        Talk talk = Talk.with(new Distribution(home), "echo", "settings", feed);
        assertThat(talk.exitCode()).isZero();
        assertThat(talk.complaints()).containsExactly("settings");
        assertThat(talk.answers())
                .extracting(Answer::name)
                .containsExactly("firn/hello", "firn/pong", "firn/pong", "firn/drain");
    }

    @Test
    void helloFirstAndEveryPongKeepTheContract() {
        Talk talk = talk(0, HELLO, pong("1"), "[{\"n\":\"a/people-in-area\",\"t\":1,\"v\":2}]", pong("2"));
        assertThat(talk.contract().passed()).isTrue();
        assertThat(talk.contract().words()).contains("2 pings, 2 pongs in their order");
    }

    @Test
    void missingPongBreaksIt() {
        assertThat(talk(0, HELLO, pong("2")).contract().passed()).isFalse();
    }

    @Test
    void pongsInAnotherOrderBreakIt() {
        assertThat(talk(0, HELLO, pong("2"), pong("1")).contract().passed()).isFalse();
    }

    @Test
    void lateHelloBreaksIt() {
        assertThat(talk(0, pong("1"), HELLO, pong("2")).contract().words()).contains("firn/hello not first");
        assertThat(talk(0, pong("1"), HELLO, pong("2")).contract().passed()).isFalse();
    }

    @Test
    void exitCodeAndComplaintsBreakIt() {
        assertThat(talk(70, HELLO, pong("1"), pong("2")).contract().passed()).isFalse();
        Talk complaining =
                new Talk(feed, List.of(HELLO, pong("1"), pong("2")), List.of("input line 3 skipped"), 0, Duration.ZERO);
        assertThat(complaining.contract().passed()).isFalse();
        assertThat(complaining.contract().words()).endsWith("saying: input line 3 skipped");
    }

    @Test
    void digestTellsAnswersApart() {
        assertThat(talk(0, HELLO).digest()).hasSize(12).isEqualTo(talk(0, HELLO).digest());
        assertThat(talk(0, HELLO).digest()).isNotEqualTo(talk(0, pong("1")).digest());
    }

    private Talk talk(int exitCode, String... lines) {
        return new Talk(feed, List.of(lines), List.of(), exitCode, Duration.ZERO);
    }

    private static String pong(String text) {
        return "[{\"n\":\"firn/pong\",\"t\":1,\"vs\":\"" + text + "\"}]";
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
