package dev.firn.preprocessor.snow;

import dev.firn.preprocessor.settings.SettingsFile;
import dev.firn.preprocessor.snow.grid.GridLayout;
import dev.firn.preprocessor.snow.grid.Point;
import dev.firn.preprocessor.snow.grid.Position;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reading;
import dev.firn.telemetry.SeriesId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A groomer that drives over each row of a slope in turn, there and back, at 3 m/s: a fix a second, four depths a second of
 * a sensor 4 m behind the antenna, with a centimetre of noise and a false echo now and then, and the tilt once a second.
 * The same seed gives the same run.
 */
final class SyntheticRun {

    static final String SETTINGS = """
            {
              "about": "run-7",
              "places": [{"id": "valley", "depth": "mast/snow-height", "target": 0.6, "tolerance": 0.1,
                          "surface-temperature": "mast/snow-surface-temperature"}],
              "grid": {"latitude": 46.737, "longitude": 11.955, "bearing": 70, "rows": 8, "columns": 16, "target": 0.5},
              "groomer": {"id": "groomer-1", "position": "gps", "depth": "sonar/snow-depth", "tilt": "imu",
                          "forward": -4}
            }
            """;

    static final long START = 1_734_980_400_000L;

    private static final double METRES_PER_SECOND = 3;
    private static final double BEHIND = 4;
    private static final int DEPTHS_A_SECOND = 4;

    private final GridLayout layout;
    private final double[] field;
    private final Random random;
    private final List<Reading> readings = new ArrayList<>();
    private long millis = START;

    private SyntheticRun(SnowSettings settings, long seed) {
        layout = settings.slope().orElseThrow().design().layout();
        random = new Random(seed);
        field = new double[layout.cells()];
        for (int cell = 0; cell < field.length; cell++) {
            field[cell] =
                    0.5 + 0.25 * Math.sin(0.4 * layout.column(cell) + seed) + 0.1 * Math.cos(0.9 * layout.row(cell));
        }
    }

    static SnowSettings settings() {
        return settings(SETTINGS);
    }

    static SnowSettings settings(String json) {
        return SettingsFile.read("test.json", json, new SnowManagement()::settings);
    }

    /** A run over all rows. */
    static SyntheticRun drive(SnowSettings settings, long seed) {
        SyntheticRun run = new SyntheticRun(settings, seed);
        for (int row = 0; row < run.layout.rows(); row++) {
            run.driveRow(row);
        }
        return run;
    }

    List<Reading> readings() {
        return readings;
    }

    /** How deep each cell really is, metres. */
    double[] field() {
        return field.clone();
    }

    long endMillis() {
        return millis;
    }

    private void driveRow(int row) {
        // Beyond both ends, so that the sensor behind passes over the whole row.
        double length = layout.columns() * layout.cellMetres() + 3 * BEHIND;
        int direction = row % 2 == 0 ? 1 : -1;
        double y = layout.centre(layout.cell(row, 0)).y();
        // A little off, so that no depth lies on the line between two cells.
        double start = direction > 0 ? -BEHIND - 0.1 : layout.columns() * layout.cellMetres() + BEHIND + 0.1;
        for (double way = 0; way < length; way += METRES_PER_SECOND) {
            fix(new Point(start + direction * way, y));
            for (int number = 0; number < DEPTHS_A_SECOND; number++) {
                double ahead = way + METRES_PER_SECOND * number / DEPTHS_A_SECOND;
                depth(new Point(start + direction * (ahead - BEHIND), y), millis + 1000L * number / DEPTHS_A_SECOND);
            }
            add("imu", Quantity.SLOPE, millis, 12);
            millis += 1000;
        }
        // Long enough for no depth to lie between two rows.
        millis += 10_000;
    }

    private void fix(Point antenna) {
        Position position = layout.plane().toEarth(antenna);
        add("gps", Quantity.LATITUDE, millis, position.latitude());
        add("gps", Quantity.LONGITUDE, millis, position.longitude());
    }

    private void depth(Point sensor, long atMillis) {
        double noise = 0.02 * (random.nextDouble() - 0.5);
        double echo = random.nextInt(50) == 0 ? 3 : 0;
        double depth =
                layout.cellAt(sensor).isPresent() ? field[layout.cellAt(sensor).getAsInt()] : 0.9;
        add("sonar", Quantity.SNOW_DEPTH, atMillis, depth + noise + echo);
    }

    private void add(String sensor, Quantity quantity, long atMillis, double value) {
        readings.add(Reading.of(new SeriesId(sensor, quantity), atMillis, value));
    }
}
