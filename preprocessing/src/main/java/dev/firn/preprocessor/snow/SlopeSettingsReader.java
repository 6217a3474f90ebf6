package dev.firn.preprocessor.snow;

import dev.firn.preprocessor.settings.BadValueException;
import dev.firn.preprocessor.settings.Section;
import dev.firn.preprocessor.settings.ValueParser;
import dev.firn.preprocessor.settings.Values;
import dev.firn.preprocessor.snow.grid.CellBlock;
import dev.firn.preprocessor.snow.grid.GridLayout;
import dev.firn.preprocessor.snow.grid.GridMemory;
import dev.firn.preprocessor.snow.grid.LocalPlane;
import dev.firn.preprocessor.snow.grid.Position;
import dev.firn.preprocessor.snow.grid.SlopeDesign;
import dev.firn.preprocessor.snow.grid.SlopeDesign.Zone;
import dev.firn.preprocessor.snow.grid.TrackSettings;
import dev.firn.preprocessor.snow.push.MoveSettings;
import dev.firn.preprocessor.snow.push.PushSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads the grid of the slope, how it is fed and what is planned on it. For one thread, used once. */
final class SlopeSettingsReader {

    private static final double MOST_SOUTH_NORTH = 89;
    private static final double HALF_CIRCLE = 180;
    private static final double FULL_CIRCLE = 360;
    private static final double CELL_METRES = 5;
    private static final double FURTHEST_MOVED = 1000;
    private static final long MINUTE = 60_000;
    private static final long DAY = 24 * 60 * MINUTE;

    private final Section root;
    private final TrackSettings track;

    SlopeSettingsReader(Section root, TrackSettings track) {
        this.root = root;
        this.track = track;
    }

    /** The slope, if there is a grid. */
    Optional<SlopeSettings> read() {
        Optional<Section> plan = root.section("plan");
        if (plan.isPresent() && !root.has("grid")) {
            root.reject("plan", "plans on no grid", "add a grid, or remove the plan");
        }
        PushSettings push = plan.map(this::push).orElse(PushSettings.DEFAULT);
        MoveSettings moves = plan.map(this::moves).orElse(MoveSettings.DEFAULT);
        long every = plan.map(
                        it -> it.optional("every", Values.duration(1000, DAY), SlopeSettings.DEFAULT_PLAN_EVERY_MILLIS))
                .orElse(SlopeSettings.DEFAULT_PLAN_EVERY_MILLIS);
        double moved = plan.map(it ->
                        it.optional("moved", Values.number(0, FURTHEST_MOVED), SlopeSettings.DEFAULT_MOVED_METRES))
                .orElse(SlopeSettings.DEFAULT_MOVED_METRES);
        return root.section("grid")
                .map(grid -> new SlopeSettings(design(grid), memory(grid), track, push, moves, every, moved));
    }

    private SlopeDesign design(Section grid) {
        GridLayout layout = layout(grid);
        double target = grid.optional("target", Values.number(0, Zone.GREATEST_TARGET), 0.5);
        List<Zone> zones = new ArrayList<>();
        for (Section zone : grid.sections("zones")) {
            double depth = zone.required("target", Values.number(0, Zone.GREATEST_TARGET), "0.5");
            block(zone, layout).ifPresent(cells -> zones.add(new Zone(cells, depth)));
        }
        List<CellBlock> obstacles = grid.sections("obstacles").stream()
                .flatMap(section -> block(section, layout).stream())
                .toList();
        return new SlopeDesign(layout, target, zones, obstacles);
    }

    private GridLayout layout(Section grid) {
        Position origin = new Position(
                grid.required("latitude", Values.number(-MOST_SOUTH_NORTH, MOST_SOUTH_NORTH), "46.737"),
                grid.required("longitude", Values.number(-HALF_CIRCLE, HALF_CIRCLE), "11.955"));
        double bearing = grid.required("bearing", Values.number(0, FULL_CIRCLE), "90");
        double cell =
                grid.optional("cell", Values.number(GridLayout.LEAST_CELL, GridLayout.GREATEST_CELL), CELL_METRES);
        int rows = grid.required("rows", whole(1, GridLayout.MOST_CELLS), "20");
        int columns = grid.required("columns", whole(1, GridLayout.MOST_CELLS), "60");
        if ((long) rows * columns > GridLayout.MOST_CELLS) {
            grid.reject(
                    "rows",
                    "and columns make " + (long) rows * columns + " cells, more than " + GridLayout.MOST_CELLS,
                    "give fewer, or larger cells");
            return new GridLayout(new LocalPlane(origin, bearing), cell, 1, 1);
        }
        return new GridLayout(new LocalPlane(origin, bearing), cell, rows, columns);
    }

    /** A rectangle of cells; empty, with a problem, where it is none or not on the grid. */
    private static Optional<CellBlock> block(Section section, GridLayout layout) {
        int fromRow = section.required("from-row", whole(0, GridLayout.MOST_CELLS), "0");
        int toRow = section.optional("to-row", whole(0, GridLayout.MOST_CELLS), fromRow);
        int fromColumn = section.required("from-column", whole(0, GridLayout.MOST_CELLS), "0");
        int toColumn = section.optional("to-column", whole(0, GridLayout.MOST_CELLS), fromColumn);
        boolean rowsFit = fromRow <= toRow && toRow < layout.rows();
        boolean columnsFit = fromColumn <= toColumn && toColumn < layout.columns();
        if (!rowsFit) {
            section.reject("from-row", "and to-row are no rows of the grid", "give 0 to " + (layout.rows() - 1));
        }
        if (!columnsFit) {
            section.reject(
                    "from-column", "and to-column are no columns of the grid", "give 0 to " + (layout.columns() - 1));
        }
        return rowsFit && columnsFit
                ? Optional.of(new CellBlock(fromRow, toRow, fromColumn, toColumn))
                : Optional.empty();
    }

    private GridMemory memory(Section grid) {
        GridMemory standard = GridMemory.DEFAULT;
        return new GridMemory(
                grid.optional("readings", whole(1, GridMemory.MOST_READINGS), standard.readings()),
                grid.optional("pass", Values.duration(0, DAY), standard.passMillis()),
                grid.optional("forget", Values.duration(MINUTE, 365 * DAY), standard.forgetMillis()));
    }

    private PushSettings push(Section plan) {
        PushSettings standard = PushSettings.DEFAULT;
        double tolerance = plan.optional("tolerance", Values.number(0, 1), standard.toleranceMetres());
        double factor = plan.optional("uphill-factor", Values.number(1, PushSettings.GREATEST_FACTOR), 1.0);
        Optional<Double> uphill = plan.optional("uphill", Values.number(0, FULL_CIRCLE));
        if (factor > 1 && uphill.isEmpty()) {
            plan.reject("uphill", "is missing beside an uphill-factor", "say where uphill is, in degrees from north");
            return standard;
        }
        return new PushSettings(
                tolerance, factor, uphill.map(OptionalDouble::of).orElse(OptionalDouble.empty()));
    }

    private MoveSettings moves(Section plan) {
        MoveSettings standard = MoveSettings.DEFAULT;
        return new MoveSettings(
                plan.optional("moves", whole(1, MoveSettings.MOST_MOVES), standard.count()),
                plan.optional("blade", Values.number(0.1, MoveSettings.LARGEST_BLADE), standard.bladeCubicMetres()));
    }

    private static ValueParser<Integer> whole(int least, int most) {
        ValueParser<Double> number = Values.number(least, most);
        return text -> {
            double value = number.parse(text);
            if (value != Math.rint(value)) {
                throw new BadValueException("is no whole number", "give one from " + least + " to " + most);
            }
            return (int) value;
        };
    }
}
