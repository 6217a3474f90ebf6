package dev.firn.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.senml.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandsTest {

    private final List<String> done = new ArrayList<>();
    private final Commands commands = new Commands(Map.of("note", request -> {
        done.add(request.text("text") + request.number("times", 1, 1, 9));
        return JsonObject.EMPTY.with("count", done.size());
    }));

    @Test
    void carriesOutAndAnswersUnderTheRequestsId() {
        assertThat(answer("note", "{\"id\":\"a\",\"text\":\"x\",\"times\":3,\"list\":[1,{}],\"object\":{\"a\":1}}"))
                .isEqualTo("{\"id\":\"a\",\"ok\":true,\"result\":{\"count\":1}}");
        assertThat(done).containsExactly("x3");
    }

    @Test
    void aRepeatedRequestIsAnsweredAndNotCarriedOutAgain() {
        String first = answer("note", "{\"id\":\"a\",\"text\":\"x\"}");
        assertThat(answer("note", "{\"id\":\"a\",\"text\":\"y\"}")).isEqualTo(first);
        answer("note", "{\"id\":\"b\",\"text\":\"z\"}");
        assertThat(done).containsExactly("x1", "z1");
    }

    @Test
    void remembersTheLatestRequestsOnly() {
        for (int request = 0; request <= Commands.REMEMBERED; request++) {
            answer("note", "{\"id\":\"" + request + "\",\"text\":\"x\"}");
        }
        answer("note", "{\"id\":\"1\",\"text\":\"again\"}");
        assertThat(done).hasSize(Commands.REMEMBERED + 1);
        answer("note", "{\"id\":\"0\",\"text\":\"again\"}");
        assertThat(done).hasSize(Commands.REMEMBERED + 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "note | {\"id\":\"a\"} | text: is missing or no text",
                "note | {\"id\":\"a\",\"text\":5} | text: is missing or no text",
                "note | {\"id\":\"a\",\"text\":\"x\",\"times\":10} | times: 10 is no whole number from 1 to 9",
                "note | {\"id\":\"a\",\"text\":\"x\",\"times\":true} | times: true is no whole number",
                "nota | {\"id\":\"a\"} | command/nota: is no command; there are: note",
                "note | {\"text\":\"x\"} | id: is missing",
                "note | {\"id\":\"\",\"text\":\"x\"} | id: is missing, empty",
                "note | [1] | is no JSON object",
                "note | {\"id\":\"a\",\"id\":\"b\"} | is no JSON, column",
                "note | {\"id\":\"a\"} {} | something behind",
                "note | {\"id\": | is no JSON",
                "note | '' | is no JSON"
            })
    void saysWhatIsWrong(String name, String payload, String error) {
        assertThat(answer(name, payload)).contains("\"ok\":false").contains(error);
        assertThat(done).isEmpty();
    }

    @Test
    void refusesWhatIsRetained() {
        byte[] payload = "{\"id\":\"a\",\"text\":\"x\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(commands.answer("note", payload, true)).contains("is retained");
        assertThat(done).isEmpty();
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(commands.answer("note", new byte[100_000], false)).contains("100000 bytes; 65536 are the most");
    }

    private String answer(String name, String payload) {
        return commands.answer(name, payload.getBytes(StandardCharsets.UTF_8), false);
    }
}
