package dev.firn.preprocessor.snow;

import dev.firn.preprocessor.Advice;
import dev.firn.preprocessor.Advice.Severity;
import dev.firn.preprocessor.Preprocessor;
import dev.firn.preprocessor.snow.grid.LocatedDepth;
import dev.firn.senml.JsonObject;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reading;
import dev.firn.telemetry.SeriesId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Snow management: the snow at places, the slope as a grid with a plan of pushes, and the groomer's tilt, as advice for
 * the cab. It needs no link to anywhere. For one thread.
 *
 * <p>Advice and derived readings come when a multiple of the interval has passed in event time, if anything was read since,
 * and at once when a warning comes or goes.
 */
final class SnowPreprocessor implements Preprocessor {

    private static final long NEVER = Long.MIN_VALUE;

    private final SnowSettings settings;
    private final Inputs inputs = new Inputs();
    private final List<Place> places = new ArrayList<>();
    private final Optional<GroomerTilt> tilt;
    private final Optional<Grooming> grooming;
    private final Optional<PlanText> planText;

    private long nowMillis = NEVER;
    private boolean hasNews;
    private List<String> told = List.of();
    private Optional<LocatedDepth> givenDepth = Optional.empty();

    SnowPreprocessor(SnowSettings settings) {
        this.settings = settings;
        settings.places().forEach(this::addPlace);
        tilt = settings.groomer()
                .filter(groomer -> groomer.tilt().isPresent())
                .map(groomer -> new GroomerTilt(groomer.id(), settings.tilt()));
        grooming = settings.slope().map(Grooming::new);
        planText = settings.slope()
                .flatMap(slope ->
                        grooming.map(work -> new PlanText(work, slope.design().layout())));
        settings.groomer().ifPresent(this::connect);
    }

    @Override
    public void accept(Reading reading, Output output) {
        List<Consumer<Reading>> takers = inputs.of(reading.series());
        if (takers.isEmpty()) {
            return;
        }
        advanceTo(reading.timeMillis(), output);
        takers.forEach(taker -> taker.accept(reading));
        hasNews = true;
        tellChanges(output);
    }

    @Override
    public void advanceTo(long toMillis, Output output) {
        if (toMillis <= nowMillis) {
            return;
        }
        boolean first = nowMillis == NEVER;
        long due = Math.floorDiv(toMillis, settings.everyMillis()) * settings.everyMillis();
        if (!first && due > nowMillis) {
            moveTo(due);
            tell(output);
        }
        moveTo(toMillis);
        if (first) {
            tilt.ifPresent(leans -> leans.start(toMillis));
            told = keys(warnings());
        }
        tellChanges(output);
    }

    @Override
    public void drain(Output output) {
        grooming.ifPresent(Grooming::end);
        tell(output);
    }

    private void moveTo(long toMillis) {
        nowMillis = toMillis;
        grooming.ifPresent(work -> work.advanceTo(toMillis));
    }

    private void addPlace(PlaceSettings place) {
        Place watched = new Place(place, settings.snowMaking());
        places.add(watched);
        for (PlaceInput input : PlaceInput.values()) {
            place.series(input).ifPresent(series -> inputs.series(series, reading -> watched.accept(input, reading)));
        }
    }

    private void connect(GroomerSettings groomer) {
        tilt.ifPresent(leans -> inputs.sensor(groomer.tilt().orElseThrow(), leans::accept));
        grooming.ifPresent(work -> {
            groomer.position().ifPresent(sensor -> inputs.sensor(sensor, work::position));
            groomer.depth().ifPresent(series -> inputs.series(series, reading -> work.depth(reading, slope())));
        });
    }

    private double slope() {
        return tilt.map(leans -> leans.slope(nowMillis)).orElse(Double.NaN);
    }

    private void tellChanges(Output output) {
        if (!keys(warnings()).equals(told)) {
            hasNews = true;
            tell(output);
        }
    }

    private void tell(Output output) {
        if (!hasNews) {
            return;
        }
        hasNews = false;
        grooming.ifPresent(work -> work.replan(nowMillis));
        places.forEach(place -> place.derived(nowMillis).forEach(output::derived));
        groomerDepth().ifPresent(output::derived);
        List<Warning> warnings = warnings();
        told = keys(warnings);
        output.advice(new Advice(nowMillis, settings.about(), severity(warnings), text(warnings), detail(warnings)));
    }

    private Optional<Reading> groomerDepth() {
        Optional<LocatedDepth> latest = grooming.flatMap(Grooming::latestDepth);
        if (latest.equals(givenDepth)) {
            return Optional.empty();
        }
        givenDepth = latest;
        return settings.groomer()
                .flatMap(groomer -> latest.map(depth -> Reading.of(
                        new SeriesId(groomer.id(), Quantity.SNOW_DEPTH), depth.timeMillis(), depth.depth())));
    }

    /** The worst first; of one severity the groomer's before the places'. */
    private List<Warning> warnings() {
        List<Warning> warnings = new ArrayList<>();
        tilt.ifPresent(leans -> warnings.addAll(leans.warnings(nowMillis)));
        places.forEach(place -> place.warning(nowMillis).ifPresent(warnings::add));
        warnings.sort(Comparator.comparing(Warning::severity).reversed());
        return warnings;
    }

    private static List<String> keys(List<Warning> warnings) {
        return warnings.stream()
                .map(warning -> warning.kind() + " " + warning.about())
                .toList();
    }

    private static Severity severity(List<Warning> warnings) {
        return warnings.isEmpty() ? Severity.INFO : warnings.getFirst().severity();
    }

    /** How the groomer leans comes first, then what to push, then the places. */
    private String text(List<Warning> warnings) {
        return tilt.flatMap(leans -> leans.sentence(nowMillis))
                .or(() -> planText.map(plan -> plan.sentence(nowMillis)))
                .or(() -> warnings.stream().map(Warning::text).findFirst())
                .orElse("The snow is as it should be.");
    }

    private JsonObject detail(List<Warning> warnings) {
        JsonObject detail = JsonObject.EMPTY.with(
                "places", places.stream().map(place -> place.toJson(nowMillis)).toList());
        if (tilt.isPresent()) {
            detail = detail.with("tilt", tilt.get().toJson(nowMillis));
        }
        if (planText.isPresent()) {
            detail = detail.with("grid", planText.get().grid(nowMillis))
                    .with("plan", planText.get().plan());
        }
        return detail.with("warnings", warnings.stream().map(Warning::toJson).toList());
    }
}
