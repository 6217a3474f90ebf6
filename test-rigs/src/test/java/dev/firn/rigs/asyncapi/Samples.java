package dev.firn.rigs.asyncapi;

import java.util.LinkedHashMap;
import java.util.Map;

/** Messages as they should be. */
final class Samples {

    static final String NODE = "firn/kronplatz/slope-7/";
    static final String LEVEL = "summary/air/air-temperature";
    static final String AMOUNT = "summary/gate/people-count";
    static final String DIRECTION = "summary/mast/wind-direction";

    static final String OUTBOX =
            "{\"pending\":3,\"bytes\":4096,\"max-bytes\":256000000,\"hours-left\":null,\"written-24h-bytes\":8192}";

    private static final String NUMBER = "{\"epoch\":\"91f6f2ff-8a39-4566-b2f6-0ab373c69692\",\"seq\":41,";
    private static final String FULL =
            "{\"from-ms\":0,\"from-seq\":2,\"into\":1,\"lost\":0,\"merged\":9,\"reason\":\"outbox full\",\"to-ms\":5,\"to-seq\":9}";

    /** Detail and severity of each kind of event. */
    private static final Map<String, String[]> EVENTS = new LinkedHashMap<>();

    static {
        event("started", "info", "{}");
        event("stopped", "info", "{}");
        event("sensor-lost", "warning", "{\"reason\":\"no answer\",\"sensor\":\"air\"}");
        event("sensor-back", "info", "{\"away-ms\":12000,\"sensor\":\"air\"}");
        event("bus-stuck", "alarm", "{\"bus\":\"i2c-1\",\"sensor\":\"air\"}");
        event("bus-back", "info", "{\"bus\":\"i2c-1\",\"stuck-ms\":7000}");
        event(
                "messages-unreadable",
                "warning",
                "{\"count\":2,\"reason\":\"is no JSON\",\"sensor\":\"air\",\"topic\":\"a/b\"}");
        event("readings-dropped", "alarm", "{\"count\":5}");
        event("readings-late", "warning", "{\"count\":5}");
        event("windows-lost", "alarm", "{\"reason\":\"checksum\"}");
        event("line-skipped", "warning", "{\"file\":\"a.smet\",\"line\":17,\"reason\":\"no number\"}");
        event("replay-ended", "info", "{\"late-readings\":0,\"lines-skipped\":1,\"readings\":12,\"summaries\":2}");
        event("replay-failed", "alarm", "{\"reason\":\"Input/output error\"}");
        event("summaries-merged", "warning", FULL);
        event("records-lost", "alarm", FULL.replace("\"lost\":0", "\"lost\":4"));
        event("message-refused", "alarm", "{\"seq\":7,\"topic\":\"firn/kronplatz/slope-7/event\"}");
        event("messages-dropped", "alarm", "{\"count\":5}");
        event("storage-failed", "alarm", "{\"reason\":\"No space left on device\"}");
        event("storage-back", "info", "{}");
        event("clock-corrected", "info", "{\"from-ms\":1000,\"source\":\"gps\",\"step-ms\":-900,\"to-ms\":100}");
        event("clock-refused", "alarm", "{\"ours-ms\":900,\"step-ms\":-1000,\"system-ms\":-100}");
        event("clock-unsynced", "warning", "{}");
        event("history-lost", "alarm", "{\"reason\":\"checksum\"}");
        event("history-failed", "warning", "{\"reason\":\"No space left on device\"}");
        event("history-back", "info", "{}");
        event("history-dropped", "warning", "{\"count\":5}");
        event("writes-over-budget", "warning", "{\"written-24h-bytes\":1073741825}");
        event("note", "info", "{\"request\":\"2026-01-31-7\"}");
    }

    private Samples() {}

    private static void event(String kind, String severity, String detail) {
        EVENTS.put(kind, new String[] {severity, detail});
    }

    static Iterable<String> kinds() {
        return EVENTS.keySet();
    }

    static String event(String kind) {
        String[] parts = EVENTS.getOrDefault(kind, new String[] {"info", "{}"});
        return NUMBER + "\"time\":5,\"kind\":\"" + kind + "\",\"severity\":\"" + parts[0]
                + "\",\"text\":\"So.\",\"detail\":" + parts[1] + "}";
    }

    static String level() {
        return NUMBER + """
                "from":1000,"to":2000,"unit":"Cel","count":4,"good":2,"missing":1,"values":2,"mean":-1.5,"min":-2,"max":-1,\
                "stddev":0.7,"p50":-1.5,"p95":-1.05,"last":null,"flag":4,"reasons":{"spike":1,"no-value":1},\
                "clock":{"synced":true,"uncertainty-ms":12}}""";
    }

    static String amount() {
        return NUMBER + """
                "from":1000,"to":2000,"unit":"count","count":1,"good":1,"missing":0,"mean":3,"min":3,"max":3,"stddev":null,\
                "p50":null,"p95":null,"last":3,"sum":3,"per-hour":10800,"flag":1,"clock":{"synced":false,"uncertainty-ms":null},\
                "merged":7,"redated-ms":-500}""";
    }

    static String direction() {
        return NUMBER + """
                "from":1000,"to":2000,"unit":"deg","count":2,"good":2,"missing":0,"mean":359.5,"stddev":0.5,"last":0,"flag":1,\
                "clock":{"synced":true,"uncertainty-ms":0}}""";
    }

    static String about() {
        return """
                {"site":"kronplatz","node":"slope-7","version":"0.1.0","position":{"latitude":46.7,"longitude":11.9,\
                "altitude-m":2275},"window-ms":60000,"windows":[{"length-ms":60000,"every-ms":60000}],"sensors":[{"id":"air",\
                "driver":"bme280","series":[{"quantity":"air-temperature","unit":"Cel","kind":"level","plausible":[-80,60]}]}],\
                "services":[]}""";
    }

    static String online() {
        return "{\"online\":true,\"since\":5,\"version\":\"0.1.0\",\"boot\":\"2332e8c2\",\"outbox\":" + OUTBOX + "}";
    }

    static String offline() {
        return "{\"online\":false,\"since\":5,\"version\":\"0.1.0\",\"boot\":\"2332e8c2\"}";
    }
}
