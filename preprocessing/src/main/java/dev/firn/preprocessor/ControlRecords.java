package dev.firn.preprocessor;

import dev.firn.senml.SenMlRecord.Text;

/** Names of the records with which gateway and preprocessor speak about themselves. */
public final class ControlRecords {

    /** Out, first of all: the program's name and version. */
    public static final String HELLO = "firn/hello";
    /** In: the time; to be answered once everything before it is done. */
    public static final String PING = "firn/ping";
    /** Out: answers a ping with what it carried. */
    public static final String PONG = "firn/pong";
    /** In: give out what you hold, and exit with 0. */
    public static final String DRAIN = "firn/drain";

    private static final String ADVICE = "/advice";

    private ControlRecords() {}

    /** The greeting of this program. It carries no time, so that it is the same whenever it is sent. */
    public static Text hello(String service, String version) {
        return new Text(HELLO, Text.NOW, service + " " + version);
    }

    /** The record of a service's advice. */
    public static Text advice(String service, Advice advice) {
        return new Text(service + ADVICE, advice.timeMillis(), advice.toJson().toString());
    }
}
