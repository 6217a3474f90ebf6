package dev.firn.preprocessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.firn.senml.SenMlException;
import dev.firn.senml.SenMlLine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConversationTest {

    private final List<String> said = new ArrayList<>();
    private final Conversation conversation =
            new Conversation("counting", "1.2", new CountingPreprocessor(), sent -> said.add(SenMlLine.encode(sent)));

    @Test
    void greetsFirst() {
        assertThat(said).containsExactly("[{\"n\":\"firn/hello\",\"vs\":\"counting 1.2\"}]");
    }

    @Test
    void pongComesAfterWhatThePingsTimeHasBrought() {
        hear("{\"n\":\"gate/people-in\",\"t\":1734950000,\"v\":3}");
        hear("{\"n\":\"firn/ping\",\"t\":1734950060.5,\"vs\":\"7\"}");
        assertThat(said.subList(1, said.size()))
                .containsExactly(
                        "[{\"n\":\"sum/people-in-area\",\"t\":1734950040,\"u\":\"count\",\"v\":3}]",
                        "[{\"n\":\"firn/pong\",\"t\":1734950060.5,\"vs\":\"7\"}]");
    }

    @Test
    void pingMayCarryAnything() {
        hear("{\"n\":\"firn/ping\",\"t\":1734950000,\"v\":41}");
        hear("{\"n\":\"firn/ping\",\"vb\":true}");
        assertThat(said.subList(1, said.size()))
                .containsExactly(
                        "[{\"n\":\"firn/pong\",\"t\":1734950000,\"v\":41}]", "[{\"n\":\"firn/pong\",\"vb\":true}]");
    }

    @Test
    void drainsOnceAndThenIsDeaf() {
        hear("{\"n\":\"firn/ping\",\"t\":1734950000,\"vb\":true}");
        said.removeLast();
        hear("{\"n\":\"firn/drain\",\"vb\":true}");
        assertThat(conversation.isOver()).isTrue();
        conversation.end();
        hear("{\"n\":\"firn/ping\",\"vb\":true}");
        assertThat(said).hasSize(2);
        assertThat(said.getLast()).startsWith("[{\"n\":\"counting/advice\"");
    }

    @Test
    void recordsOfOthersAreIgnored() {
        hear("{\"n\":\"firn/later\",\"vs\":\"x\"}");
        hear("{\"n\":\"other/advice\",\"vs\":\"x\"}");
        assertThat(said).hasSize(1);
    }

    @Test
    void measurementOfNoSeriesIsRefused() {
        assertThatExceptionOfType(SenMlException.class)
                .isThrownBy(() -> hear("{\"n\":\"gate\",\"t\":1734950000,\"v\":3}"));
    }

    @Test
    void adviceIsAJsonObjectAsText() {
        hear("{\"n\":\"gate/people-in\",\"t\":1734950000,\"v\":3}");
        conversation.end();
        assertThat(said.getLast())
                .isEqualTo("[{\"n\":\"counting/advice\",\"t\":1734949980,\"vs\":\"{\\\"about\\\":\\\"all\\\","
                        + "\\\"severity\\\":\\\"info\\\",\\\"text\\\":\\\"All are in.\\\",\\\"sum\\\":3}\"}]");
    }

    private void hear(String line) {
        SenMlLine.decode(line).forEach(conversation::take);
    }
}
