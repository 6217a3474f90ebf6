package dev.firn.uplink;

/**
 * The MQTT topics of one node: {@code firn/{site}/{node}/…}.
 *
 * @param site the resort
 * @param node the node in it
 */
public record Topics(String site, String node) {

    /** The node is there or not; retained, and the node's last will. */
    public String status() {
        return under("status");
    }

    /** What the node has and measures; retained. */
    public String about() {
        return under("about");
    }

    /** Commands for the node come below this. */
    public String commands() {
        return under("command/");
    }

    /** The topic with this path below the node's own. */
    public String under(String path) {
        return "firn/" + site + "/" + node + "/" + path;
    }
}
