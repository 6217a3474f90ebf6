package dev.firn.senml;

/** The base fields of a pack so far (RFC 8428 §4.1); each holds from the record in which it stands. */
final class BaseFields {

    // RFC 8428 §4.4: a pack of a version that is not understood is refused.
    private static final double VERSION = 10;

    private String name = "";
    private String unit = "";
    private double timeSeconds;
    private double value;

    /** Takes a base field; false where the label is of none. */
    boolean take(LabelledToken field) {
        switch (field.label()) {
            case "bn" -> name = field.text();
            case "bu" -> unit = field.text();
            case "bt" -> timeSeconds = field.number();
            case "bv" -> value = field.number();
            case "bver" -> checkVersion(field);
            default -> {
                return false;
            }
        }
        return true;
    }

    String name() {
        return name;
    }

    String unit() {
        return unit;
    }

    double timeSeconds() {
        return timeSeconds;
    }

    double value() {
        return value;
    }

    private static void checkVersion(LabelledToken field) {
        if (field.number() > VERSION) {
            throw field.wrong("is a version of SenML that Firn does not speak", "send version 10");
        }
    }
}
