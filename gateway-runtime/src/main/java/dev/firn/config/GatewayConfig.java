package dev.firn.config;

import dev.firn.outbox.OutboxSettings;
import dev.firn.pipeline.PipelineSettings;
import dev.firn.uplink.mqtt.MqttSettings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A whole configuration that passed every check of its own; immutable.
 *
 * @param file the file as the user named it
 * @param node who the node is
 * @param sensors where its readings come from
 * @param pipeline how readings are judged and summed up
 * @param ruleLines where in the file each series of the pipeline's rules stands
 * @param outbox where summaries wait
 * @param broker where they go
 */
public record GatewayConfig(
        String file,
        NodeConfig node,
        SensorsConfig sensors,
        PipelineSettings pipeline,
        Map<String, Integer> ruleLines,
        OutboxSettings outbox,
        MqttSettings broker) {

    /** Copies the map. */
    public GatewayConfig {
        ruleLines = Map.copyOf(ruleLines);
    }

    /**
     * What can be told only once the sensors have said which series they have: rules for series that nobody measures.
     *
     * @param series the series there are, as {@code sensor/quantity}
     */
    public List<Problem> problemsWith(Collection<String> series) {
        List<Problem> problems = new ArrayList<>();
        ruleLines.forEach((name, line) -> {
            if (!series.contains(name)) {
                problems.add(unknownSeries(name, line, series));
            }
        });
        problems.sort(Comparator.comparingInt(Problem::line));
        return problems;
    }

    private Problem unknownSeries(String name, int line, Collection<String> series) {
        Optional<String> near = Nearest.of(name, series);
        String cure = near.map(word -> "did you mean " + word + "?").orElse("there are: " + String.join(", ", series));
        return new Problem(file, line, "pipeline.series." + name, "", "is measured by no sensor here", cure);
    }
}
