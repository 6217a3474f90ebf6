package dev.firn.sensor.replay;

/** Makes rows of the data lines of one recording. May remember lines that it has seen. Of one thread. */
@FunctionalInterface
interface LineParser {

    /** Never throws for what the line says; the line is as {@link BoundedLines#bytes()} gives it. */
    ParsedLine parse(String line);
}
