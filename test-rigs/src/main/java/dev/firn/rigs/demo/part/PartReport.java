package dev.firn.rigs.demo.part;

import java.util.List;
import java.util.stream.Stream;

/**
 * What came of a part of the demonstration.
 *
 * @param title what it was
 * @param lines what there is to see
 * @param checks what must be so
 */
public record PartReport(String title, List<String> lines, List<Check> checks) {

    /** Copies the lists. */
    public PartReport {
        lines = List.copyOf(lines);
        checks = List.copyOf(checks);
    }

    /** Whether everything is as it must be. */
    public boolean passed() {
        return checks.stream().allMatch(Check::passed);
    }

    /** As it is printed. */
    public List<String> printed() {
        return Stream.of(
                        Stream.of(title),
                        lines.stream().map(line -> "  " + line),
                        checks.stream().map(Check::line))
                .flatMap(part -> part)
                .toList();
    }
}
