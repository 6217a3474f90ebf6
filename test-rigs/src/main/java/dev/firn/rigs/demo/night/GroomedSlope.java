package dev.firn.rigs.demo.night;

import java.util.Arrays;
import java.util.List;

/**
 * What the told moves do to the made slope, which the program knows only from the groomer's readings.
 *
 * @param moves how many
 * @param wellDirected of these, those that begin where there is too much snow and end where there is too little
 * @param told what they are to move, m³
 * @param moved what of it went where snow lacked, m³
 * @param before root mean square of depth less target, m
 * @param after the same when they are done
 */
record GroomedSlope(int moves, long wellDirected, double told, double moved, double before, double after) {

    static GroomedSlope of(List<Move> moves, double[] surplus) {
        double[] even = surplus.clone();
        long wellDirected = moves.stream()
                .filter(move -> surplus[move.from()] > 0 && surplus[move.to()] < 0)
                .count();
        double told = moves.stream().mapToDouble(Move::volume).sum();
        double moved = moves.stream().mapToDouble(move -> move.apply(even)).sum();
        return new GroomedSlope(moves.size(), wellDirected, told, moved, unevenness(surplus), unevenness(even));
    }

    private static double unevenness(double[] surplus) {
        return Math.sqrt(
                Arrays.stream(surplus).map(metres -> metres * metres).average().orElse(0));
    }
}
