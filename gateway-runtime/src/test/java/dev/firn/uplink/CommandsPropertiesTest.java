package dev.firn.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firn.senml.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Whatever is sent as a command, one JSON object is answered, and nothing is carried out that was not asked for. */
class CommandsPropertiesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String VALID = "{\"id\":\"7\",\"text\":\"sensor cleaned\",\"times\":3}";

    private int carriedOut;
    /** One that has answered nothing yet. */
    private Commands commands() {
        return new Commands(Map.of("note", request -> {
            assertThat(request.text("text")).isNotNull();
            assertThat(request.number("times", 1, 1, 9)).isBetween(1L, 9L);
            carriedOut++;
            return JsonObject.EMPTY;
        }));
    }

    @Property
    void arbitraryBytesAreRefused(@ForAll @Size(max = 200) byte[] payload) throws IOException {
        assertThat(answer(payload).get("ok").asBoolean()).isFalse();
        assertThat(carriedOut).isZero();
    }

    @Property
    void damagedRequestsAreCarriedOutOrRefused(@ForAll int place, @ForAll byte damage) throws IOException {
        byte[] payload = VALID.getBytes(StandardCharsets.UTF_8);
        payload[Math.floorMod(place, payload.length)] = damage;
        boolean ok = answer(payload).get("ok").asBoolean();
        assertThat(carriedOut).isEqualTo(ok ? 1 : 0);
    }

    @Property
    void tokensInAnyOrderAreCarriedOutOrRefused(@ForAll("tokens") String text) throws IOException {
        boolean ok = answer(text.getBytes(StandardCharsets.UTF_8)).get("ok").asBoolean();
        assertThat(carriedOut).isEqualTo(ok ? 1 : 0);
    }

    @Provide
    Arbitrary<String> tokens() {
        return Arbitraries.of(
                        "{", "}", "[", "]", ":", ",", "\"id\"", "\"text\"", "\"times\"", "1", "1e999", "null", "\"x\"")
                .list()
                .ofMaxSize(24)
                .map(tokens -> String.join("", tokens));
    }

    private JsonNode answer(byte[] payload) throws IOException {
        carriedOut = 0;
        JsonNode answer = JSON.readTree(commands().answer("note", payload, false));
        assertThat(answer.isObject()).isTrue();
        assertThat(answer.get("id").isTextual()).isTrue();
        if (!answer.get("ok").asBoolean()) {
            assertThat(answer.get("error").asText()).isNotBlank();
        }
        return answer;
    }
}
