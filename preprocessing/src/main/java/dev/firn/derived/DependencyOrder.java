package dev.firn.derived;

import dev.firn.telemetry.SeriesId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts calculations into an order in which each comes after those whose results it needs. */
final class DependencyOrder {

    private final List<DerivedSettings> sorted = new ArrayList<>();
    private final Map<String, DerivedSettings> producers = new HashMap<>();

    /** Refuses the same series twice, and calculations that need one another's results in a circle. */
    DependencyOrder(List<DerivedSettings> settings) {
        settings.forEach(this::addProducer);
        List<DerivedSettings> left = new ArrayList<>(settings);
        while (!left.isEmpty()) {
            sorted.add(takeFirstFree(left));
        }
    }

    private void addProducer(DerivedSettings settings) {
        for (SeriesId output : settings.outputs()) {
            DerivedSettings other = producers.put(output.toString(), settings);
            if (other != null) {
                throw new IllegalArgumentException("derived series " + output + " comes twice, from " + other
                        + " and from " + settings + "; give one of them another id");
            }
        }
    }

    private DerivedSettings takeFirstFree(List<DerivedSettings> left) {
        for (Iterator<DerivedSettings> each = left.iterator(); each.hasNext(); ) {
            DerivedSettings settings = each.next();
            if (needs(settings).stream().noneMatch(left::contains)) {
                each.remove();
                return settings;
            }
        }
        throw new IllegalArgumentException("derived series need one another in a circle: "
                + left.stream().map(DerivedSettings::toString).collect(Collectors.joining(", "))
                + "; let one of them have a measured series as its input");
    }

    private List<DerivedSettings> needs(DerivedSettings settings) {
        List<DerivedSettings> needs = new ArrayList<>();
        for (Role role : settings.kind().roles()) {
            DerivedSettings producer = producers.get(settings.inputs().getOrDefault(role.name(), ""));
            if (producer != null) {
                needs.add(producer);
            }
        }
        return needs;
    }

    List<DerivedSettings> sorted() {
        return List.copyOf(sorted);
    }

    boolean isDerived(String series) {
        return producers.containsKey(series);
    }
}
