package dev.firn.gateway;

import dev.firn.config.NodeConfig;
import dev.firn.source.Deliveries;
import dev.firn.source.mqtt.MqttSource;
import dev.firn.source.mqtt.SourceListener;
import dev.firn.source.mqtt.SourceSettings;
import java.util.ArrayList;
import java.util.List;

/** The sensors that publish to brokers as a source of readings. One thread. */
final class BrokerSources implements Acquisition {

    private final NodeConfig node;
    private final List<SourceSettings> settings;
    private final Deliveries deliveries;
    private final SourceListener listener;
    private final List<MqttSource> running = new ArrayList<>();

    BrokerSources(NodeConfig node, List<SourceSettings> settings, Deliveries deliveries, SourceListener listener) {
        this.node = node;
        this.settings = settings;
        this.deliveries = deliveries;
        this.listener = listener;
    }

    @Override
    public void start() {
        settings.forEach(source -> running.add(MqttSource.start(source, clientId(source), deliveries, listener)));
    }

    @Override
    public void stop() {
        running.forEach(MqttSource::close);
        running.clear();
    }

    private String clientId(SourceSettings source) {
        return source.clientId().orElseGet(() -> "firn-" + node.site() + "-" + node.id() + "-" + source.id());
    }
}
