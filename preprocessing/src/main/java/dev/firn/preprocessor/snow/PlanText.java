package dev.firn.preprocessor.snow;

import dev.firn.preprocessor.snow.grid.Drops;
import dev.firn.preprocessor.snow.grid.GridLayout;
import dev.firn.preprocessor.snow.grid.Point;
import dev.firn.preprocessor.snow.grid.Position;
import dev.firn.preprocessor.snow.push.CabMove;
import dev.firn.preprocessor.snow.push.PushPlan;
import dev.firn.senml.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** What a plan is for the driver, and for programs. */
final class PlanText {

    // A centimetre, as a receiver has it at best.
    private static final int DEGREE_DECIMALS = 7;
    private static final int CENTIMETRES = 2;
    private static final double PER_METRE = 100;

    private final Grooming grooming;
    private final GridLayout layout;

    PlanText(Grooming grooming, GridLayout layout) {
        this.grooming = grooming;
        this.layout = layout;
    }

    /** What to do next, in one sentence. */
    String sentence(long nowMillis) {
        if (grooming.next().isEmpty()) {
            return known(nowMillis) == 0
                    ? "No depth is known on the slope yet: drive over it."
                    : "Nothing to push: what is known of the slope is even, or lacks snow to push.";
        }
        CabMove move = grooming.next().getFirst();
        return approach(move) + "push " + Rounded.text(move.volume(), 1) + " m³ over "
                + Rounded.text(move.distance(), 0)
                + " m towards " + Rounded.text(move.course(), 0) + " degrees, cutting "
                + Rounded.text(move.cut() * PER_METRE, 0) + " cm.";
    }

    private String approach(CabMove move) {
        Point start = layout.centre(move.from());
        Optional<Point> at = grooming.place().filter(place -> place.distanceTo(start) >= layout.cellMetres());
        return at.isEmpty()
                ? "Here "
                : "Drive " + Rounded.text(at.get().distanceTo(start), 0) + " m towards "
                        + Rounded.text(layout.plane().course(at.get(), start), 0) + " degrees, then ";
    }

    /** The plan for programs. */
    JsonObject plan() {
        PushPlan plan = grooming.plan();
        JsonObject json = JsonObject.EMPTY;
        if (grooming.plannedAt().isPresent()) {
            json = json.with("time", grooming.plannedAt().get());
        }
        return json.with("work", Rounded.to(plan.work(), 1))
                .with("volume", Rounded.to(plan.volume(), CENTIMETRES))
                .with("surplus", Rounded.to(plan.surplus(), CENTIMETRES))
                .with("deficit", Rounded.to(plan.deficit(), CENTIMETRES))
                .with("pushes", plan.pushes().size())
                .with("moves", grooming.next().stream().map(this::move).toList());
    }

    /** What is known of the grid, for programs. */
    JsonObject grid(long nowMillis) {
        double[] off = surpluses(nowMillis).toArray();
        JsonObject json = JsonObject.EMPTY.with("cells", layout.cells()).with("known", off.length);
        if (off.length > 0) {
            json = json.with("unevenness", Rounded.to(rootMeanSquare(off), CENTIMETRES + 1));
        }
        return json.with("dropped", dropped());
    }

    private JsonObject move(CabMove move) {
        List<JsonObject> by = move.cells().subList(1, move.cells().size() - 1).stream()
                .map(this::cell)
                .toList();
        JsonObject json = JsonObject.EMPTY.with("from", cell(move.from()));
        json = by.isEmpty() ? json : json.with("by", by);
        return json.with("to", cell(move.to()))
                .with("course", Rounded.to(move.course(), 1))
                .with("distance", Rounded.to(move.distance(), 1))
                .with("cut", Rounded.to(move.cut(), CENTIMETRES + 1))
                .with("volume", Rounded.to(move.volume(), CENTIMETRES));
    }

    private JsonObject cell(int cell) {
        Point centre = layout.centre(cell);
        Position position = layout.position(cell);
        JsonObject json = JsonObject.EMPTY
                .with("row", layout.row(cell))
                .with("column", layout.column(cell))
                .with("x", Rounded.to(centre.x(), CENTIMETRES))
                .with("y", Rounded.to(centre.y(), CENTIMETRES))
                .with("latitude", Rounded.to(position.latitude(), DEGREE_DECIMALS))
                .with("longitude", Rounded.to(position.longitude(), DEGREE_DECIMALS));
        double slope = grooming.grid().slope(cell);
        return Double.isNaN(slope) ? json : json.with("slope", Rounded.to(slope, 1));
    }

    private JsonObject dropped() {
        Drops drops = grooming.drops();
        JsonObject json = JsonObject.EMPTY;
        for (var drop : drops.counts().entrySet()) {
            json = json.with(drop.getKey().word(), drop.getValue());
        }
        return json;
    }

    private long known(long nowMillis) {
        return surpluses(nowMillis).count();
    }

    private DoubleStream surpluses(long nowMillis) {
        double[] surplus = grooming.grid().surplus(nowMillis);
        return IntStream.range(0, surplus.length)
                .mapToDouble(cell -> surplus[cell])
                .filter(metres -> !Double.isNaN(metres));
    }

    private static double rootMeanSquare(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return Math.sqrt(sum / values.length);
    }
}
