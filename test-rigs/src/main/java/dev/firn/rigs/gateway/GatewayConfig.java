package dev.firn.rigs.gateway;

import dev.firn.rigs.RigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A configuration file for a gateway that replays recordings.
 *
 * @param brokerUrl where it publishes
 * @param sensors what it replays
 * @param speed how many times faster than it was recorded, or {@code max}
 * @param then what it does at the end of the recordings: {@code stop}, {@code repeat} or {@code wait}
 * @param window length of the windows, such as {@code 1h}
 * @param quality how far readings are judged: {@code on}, {@code named} or {@code off}
 * @param pipeline further keys of the pipeline, such as <code>, series: {…}</code>; empty for none
 * @param derived entries of what is calculated, a line each; empty for none
 * @param credentials further keys of the broker, such as {@code , user: firn}, or empty
 */
public record GatewayConfig(
        String brokerUrl,
        List<ReplaySensor> sensors,
        String speed,
        String then,
        String window,
        String quality,
        String pipeline,
        String derived,
        String credentials) {

    /** The site in every topic. */
    public static final String SITE = "weissfluhjoch";
    /** The node in every topic. */
    public static final String NODE = "station-1";

    /** Copies the sensors. */
    public GatewayConfig {
        sensors = List.copyOf(sensors);
    }

    /** One that replays as fast as it can, stops at the end, and judges the readings in windows of an hour. */
    public static GatewayConfig publishingTo(String brokerUrl) {
        return new GatewayConfig(brokerUrl, List.of(), "max", "stop", "1h", "on", "", "", "");
    }

    /** With one more sensor. */
    public GatewayConfig replaying(ReplaySensor sensor) {
        List<ReplaySensor> more =
                Stream.concat(sensors.stream(), Stream.of(sensor)).toList();
        return new GatewayConfig(brokerUrl, more, speed, then, window, quality, pipeline, derived, credentials);
    }

    /** At another speed. */
    public GatewayConfig atSpeed(String newSpeed) {
        return new GatewayConfig(brokerUrl, sensors, newSpeed, then, window, quality, pipeline, derived, credentials);
    }

    /** With another end. */
    public GatewayConfig andThen(String newThen) {
        return new GatewayConfig(brokerUrl, sensors, speed, newThen, window, quality, pipeline, derived, credentials);
    }

    /** With windows of another length. */
    public GatewayConfig inWindowsOf(String newWindow) {
        return new GatewayConfig(brokerUrl, sensors, speed, then, newWindow, quality, pipeline, derived, credentials);
    }

    /** With readings that nobody judges. */
    public GatewayConfig withoutQuality() {
        return judging("off");
    }

    /** With readings that are judged so far: {@code on}, {@code named} or {@code off}. */
    public GatewayConfig judging(String newQuality) {
        return new GatewayConfig(brokerUrl, sensors, speed, then, window, newQuality, pipeline, derived, credentials);
    }

    /** With settings of one more series, such as <code>{filter: [hampel]}</code>. */
    public GatewayConfig withSeries(String series, String settings) {
        String before = pipeline.isEmpty() ? ", series: {" : pipeline.substring(0, pipeline.length() - 1) + ", ";
        String more = before + ReplaySensor.quoted(series) + ": " + settings + "}";
        return new GatewayConfig(brokerUrl, sensors, speed, then, window, quality, more, derived, credentials);
    }

    /** With one more calculation, such as <code>{id: climate, calculation: dew-point, …}</code>. */
    public GatewayConfig deriving(String entry) {
        String more = derived + "  - " + entry + "\n";
        return new GatewayConfig(brokerUrl, sensors, speed, then, window, quality, pipeline, more, credentials);
    }

    /** With windows that wait so long, in the time of the readings, for readings that come late. */
    public GatewayConfig waiting(String lateness) {
        String more = ", allowed-lateness: " + lateness + pipeline;
        return new GatewayConfig(brokerUrl, sensors, speed, then, window, quality, more, derived, credentials);
    }

    /** With a user whose password is in a file. */
    public GatewayConfig as(String user, Path passwordFile) {
        String keys =
                credentials + ", user: " + user + ", password-file: " + ReplaySensor.quoted(passwordFile.toString());
        return new GatewayConfig(brokerUrl, sensors, speed, then, window, quality, pipeline, derived, keys);
    }

    /** With a connection that is given up when nothing has come over it for so long. */
    public GatewayConfig keepingAlive(String keepAlive) {
        String keys = credentials + ", keep-alive: " + keepAlive;
        return new GatewayConfig(brokerUrl, sensors, speed, then, window, quality, pipeline, derived, keys);
    }

    /** Published to another address, or to several: a YAML list. */
    public GatewayConfig to(String url, String moreKeys) {
        return new GatewayConfig(url, sensors, speed, then, window, quality, pipeline, derived, moreKeys);
    }

    /**
     * Writes {@code gateway.yaml} in a directory; its outbox will be {@code outbox} beside it.
     *
     * @return the file
     * @throws RigException if it cannot be written
     */
    public Path writeTo(Path directory) {
        Path file = directory.resolve("gateway.yaml");
        try {
            return Files.writeString(file, yaml());
        } catch (IOException e) {
            throw new RigException("cannot write " + file + ": " + e, e);
        }
    }

    /** The file's text. */
    public String yaml() {
        return """
                node: {site: %s, id: %s, latitude: 46.83, longitude: 9.81, altitude-m: 2540}
                sensors:
                %s%spipeline: {window: %s, quality: %s%s}
                outbox: {directory: outbox, max-bytes: 64MB, sync-every: 1s}
                uplink: {mqtt: {url: [%s]%s}, format: json}
                """.formatted(
                        SITE, NODE, sensorLines(), derivedLines(), window, quality, pipeline, brokerUrl, credentials);
    }

    private String derivedLines() {
        return derived.isEmpty() ? "" : "derived:\n" + derived;
    }

    private String sensorLines() {
        return sensors.stream()
                .map(sensor -> sensor.with("speed", speed).with("then", then).yaml())
                .collect(Collectors.joining());
    }
}
