package dev.firn.preprocessor.snow.push;

import dev.firn.preprocessor.snow.grid.CellBlock;
import dev.firn.preprocessor.snow.grid.GridLayout;
import dev.firn.preprocessor.snow.grid.LocalPlane;
import dev.firn.preprocessor.snow.grid.Position;
import dev.firn.preprocessor.snow.grid.SlopeDesign;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Slopes of cells of 5 m, with x east and y north, and fields of surplus and deficit on them. */
final class Slopes {

    private static final LocalPlane PLANE = new LocalPlane(new Position(46.7, 11.9), 90);

    private Slopes() {}

    static SlopeDesign slope(int rows, int columns, CellBlock... obstacles) {
        return new SlopeDesign(new GridLayout(PLANE, 5, rows, columns), 1, List.of(), List.of(obstacles));
    }

    /** A sum of so many waves that cross the slope: smooth hills and hollows of some tens of centimetres, in whole mm. */
    static double[] waves(SlopeDesign design, long seed, int count) {
        Random random = new Random(seed);
        double[] field = new double[design.layout().cells()];
        for (int wave = 0; wave < count; wave++) {
            double height = random.nextDouble() * 0.3;
            double alongColumns = random.nextDouble() * 0.5;
            double alongRows = random.nextDouble() * 0.5;
            double phase = random.nextDouble() * 2 * Math.PI;
            for (int cell = 0; cell < field.length; cell++) {
                field[cell] += height
                        * Math.sin(alongColumns * design.layout().column(cell)
                                + alongRows * design.layout().row(cell)
                                + phase);
            }
        }
        return IntStream.range(0, field.length)
                .mapToDouble(cell -> Math.round(field[cell] * 1000) / 1000.0)
                .toArray();
    }
}
