package dev.firn.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLettersTest {

    @TempDir
    private Path folder;

    @Test
    void keepsMessagesALineEach() throws Exception {
        Path file = folder.resolve("dead-letters.jsonl");
        new DeadLetters(folder).add(message("{\"seq\":1}"), "too \"long\"");
        new DeadLetters(folder).add(message("{\"seq\":2}"), "");
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(2);
        JsonNode first = new ObjectMapper().readTree(lines.getFirst());
        assertThat(first.get("topic").asText()).isEqualTo("firn/a/b/event");
        assertThat(first.get("reason").asText()).isEqualTo("too \"long\"");
        assertThat(first.get("message").get("seq").asInt()).isEqualTo(1);
    }

    @Test
    void takesNoMoreThanTwoFilesOfAMegabyte() throws Exception {
        Path file = folder.resolve("dead-letters.jsonl");
        DeadLetters letters = new DeadLetters(folder);
        String big = "\"" + "x".repeat(200_000) + "\"";
        for (int letter = 0; letter < 20; letter++) {
            letters.add(message(big), "");
        }
        assertThat(Files.size(file)).isLessThanOrEqualTo(1 << 20);
        assertThat(Files.size(folder.resolve("dead-letters.jsonl.old"))).isLessThanOrEqualTo(1 << 20);
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    private static LinkMessage message(String payload) {
        return new LinkMessage("firn/a/b/event", payload.getBytes(StandardCharsets.UTF_8), false);
    }
}
