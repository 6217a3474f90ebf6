package dev.firn.config;

import dev.firn.derived.Derivations;
import dev.firn.history.HistorySettings;
import dev.firn.outbox.OutboxSettings;
import dev.firn.pipeline.PipelineSettings;
import dev.firn.source.mqtt.SourceSettings;
import dev.firn.telemetry.SeriesId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A whole configuration that passed every check of its own; immutable.
 *
 * @param file the file as the user named it
 * @param node who the node is
 * @param sensors where its readings come from
 * @param pipeline how readings are judged and summed up
 * @param mentions where in the file a series is named
 * @param clockWait how long after the board's start a source of time is waited for
 * @param outbox where summaries wait
 * @param checkpointEvery longest time between two checkpoints of the open windows
 * @param history where summaries are remembered; empty if they are not
 * @param uplink where they go
 */
public record GatewayConfig(
        String file,
        NodeConfig node,
        SensorsConfig sensors,
        PipelineSettings pipeline,
        List<SeriesMention> mentions,
        Duration clockWait,
        OutboxSettings outbox,
        Duration checkpointEvery,
        Optional<HistorySettings> history,
        UplinkConfig uplink) {

    /** Copies the list. */
    public GatewayConfig {
        mentions = List.copyOf(mentions);
    }

    /**
     * What can be told only once the sensors have said which series they have: that nobody measures one that is named.
     *
     * @param measured the series there are, as {@code sensor/quantity}, without those that are calculated
     */
    public List<Problem> problemsWith(Collection<String> measured) {
        List<String> series = new ArrayList<>(measured);
        derivedSeries().forEach(derived -> series.add(derived.toString()));
        sources().forEach(source -> series.addAll(source.seriesNames()));
        return mentions.stream()
                .filter(mention -> !series.contains(mention.series()) && !mayBePublished(mention.series()))
                .map(mention -> unknownSeries(mention, series))
                .sorted(Comparator.comparingInt(Problem::line))
                .toList();
    }

    /** Which sensors publish to a broker is known only once they do. */
    private boolean mayBePublished(String series) {
        return sources().stream().anyMatch(source -> source.mayMeasure(series));
    }

    private List<SourceSettings> sources() {
        return sensors instanceof LiveConfig live ? live.sources() : List.of();
    }

    /** The series that are calculated from others. */
    public List<SeriesId> derivedSeries() {
        return new Derivations(pipeline.derived()).series();
    }

    private Problem unknownSeries(SeriesMention mention, List<String> series) {
        String name = mention.series();
        Optional<String> near = Nearest.of(name, series);
        String cure = near.map(word -> "did you mean " + word + "?").orElse("there are: " + String.join(", ", series));
        // Where the key is the series' name itself, it is not said twice.
        String value = mention.key().endsWith(name) ? "" : name;
        return new Problem(file, mention.line(), mention.key(), value, "is measured by no sensor here", cure);
    }
}
