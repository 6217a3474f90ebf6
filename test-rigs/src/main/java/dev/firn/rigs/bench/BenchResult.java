package dev.firn.rigs.bench;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The figures of one benchmark with what they were measured on, written as JSON. */
final class BenchResult {

    private final Map<String, Object> figures = new LinkedHashMap<>();

    /** Begins with the JVM and the machine: kinds and numbers, no names and no paths. */
    BenchResult() {
        put("java", System.getProperty("java.vm.version"));
        put("processors", Runtime.getRuntime().availableProcessors());
        put("architecture", System.getProperty("os.arch"));
    }

    void put(String name, Object figure) {
        figures.put(name, figure);
    }

    /** Writes the file, its folder if need be, and shows it. */
    void write(Path file) throws IOException {
        String json = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(figures);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, json + "\n");
        System.out.println(json);
    }
}
