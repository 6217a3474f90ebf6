package dev.firn.preprocessor.snow.push;

import java.util.Arrays;

/**
 * The least cost of a transportation problem by successive shortest paths with Dijkstra on reduced costs (Edmonds, Karp
 * 1972): another algorithm than the one under test, on every pair of a giver and a taker. It proves itself: the dual that
 * it ends with is feasible and has the same value.
 */
final class TransportOptimum {

    private static final int NONE = -1;

    private final double[][] cost;
    private final long[] gives;
    private final long[] takes;
    private final long[][] flow;
    private final double[] givesPotential;
    private final double[] takesPotential;

    private final double[] givesDistance;
    private final double[] takesDistance;
    private final int[] givesFrom;
    private final int[] takesFrom;

    /** As much as possible goes from {@code gives} to {@code takes}. */
    TransportOptimum(long[] gives, long[] takes, double[][] cost) {
        this.cost = cost;
        this.gives = gives.clone();
        this.takes = takes.clone();
        flow = new long[gives.length][takes.length];
        givesPotential = new double[gives.length];
        takesPotential = new double[takes.length];
        givesDistance = new double[gives.length];
        takesDistance = new double[takes.length];
        givesFrom = new int[gives.length];
        takesFrom = new int[takes.length];
        for (int last = nearestTaker(); last != NONE; last = nearestTaker()) {
            augment(last);
        }
    }

    double cost() {
        double sum = 0;
        for (int i = 0; i < flow.length; i++) {
            for (int j = 0; j < flow[i].length; j++) {
                sum += flow[i][j] * cost[i][j];
            }
        }
        return sum;
    }

    /**
     * By how much the potentials miss what proves the flow the cheapest (complementary slackness): no reduced cost below 0,
     * 0 where there is flow, nothing to be had for what is left at a giver or lacks at a taker.
     */
    double certificateError() {
        double error = 0;
        double dearest = Arrays.stream(takesPotential).max().orElse(0);
        for (int i = 0; i < flow.length; i++) {
            error = Math.max(error, gives[i] > 0 ? Math.abs(givesPotential[i]) : -givesPotential[i]);
            for (int j = 0; j < flow[i].length; j++) {
                double reduced = reduced(i, j);
                error = Math.max(error, flow[i][j] > 0 ? Math.abs(reduced) : -reduced);
            }
        }
        for (int j = 0; j < takes.length; j++) {
            error = Math.max(error, takes[j] > 0 ? dearest - takesPotential[j] : 0);
        }
        return error;
    }

    private double reduced(int i, int j) {
        return cost[i][j] + givesPotential[i] - takesPotential[j];
    }

    /** Dijkstra from all givers with something left; the taker with something missing that is nearest. */
    private int nearestTaker() {
        boolean[] givesDone = new boolean[gives.length];
        boolean[] takesDone = new boolean[takes.length];
        Arrays.fill(takesDistance, Double.POSITIVE_INFINITY);
        for (int i = 0; i < gives.length; i++) {
            // The potential of a giver with something left is still 0, so all of them start from there.
            givesDistance[i] = gives[i] > 0 ? 0 : Double.POSITIVE_INFINITY;
            givesFrom[i] = NONE;
        }
        while (true) {
            int i = least(givesDistance, givesDone);
            int j = least(takesDistance, takesDone);
            if (i == NONE && j == NONE) {
                return NONE;
            }
            if (j == NONE || (i != NONE && givesDistance[i] <= takesDistance[j])) {
                givesDone[i] = true;
                relaxFromGiver(i);
            } else {
                takesDone[j] = true;
                if (takes[j] > 0) {
                    raisePotentials(takesDistance[j]);
                    return j;
                }
                relaxFromTaker(j);
            }
        }
    }

    private void relaxFromGiver(int i) {
        for (int j = 0; j < takes.length; j++) {
            double distance = givesDistance[i] + Math.max(0, reduced(i, j));
            if (distance < takesDistance[j]) {
                takesDistance[j] = distance;
                takesFrom[j] = i;
            }
        }
    }

    private void relaxFromTaker(int j) {
        for (int i = 0; i < gives.length; i++) {
            if (flow[i][j] > 0) {
                double distance = takesDistance[j] + Math.max(0, -reduced(i, j));
                if (distance < givesDistance[i]) {
                    givesDistance[i] = distance;
                    givesFrom[i] = j;
                }
            }
        }
    }

    private void raisePotentials(double limit) {
        for (int i = 0; i < gives.length; i++) {
            givesPotential[i] += Math.min(givesDistance[i], limit);
        }
        for (int j = 0; j < takes.length; j++) {
            takesPotential[j] += Math.min(takesDistance[j], limit);
        }
    }

    private void augment(int last) {
        long units = takes[last];
        int start = takesFrom[last];
        for (int i = start; givesFrom[i] != NONE; i = takesFrom[givesFrom[i]]) {
            units = Math.min(units, flow[i][givesFrom[i]]);
            start = takesFrom[givesFrom[i]];
        }
        units = Math.min(units, gives[start]);
        int j = last;
        while (true) {
            int i = takesFrom[j];
            flow[i][j] += units;
            if (givesFrom[i] == NONE) {
                break;
            }
            j = givesFrom[i];
            flow[i][j] -= units;
        }
        gives[start] -= units;
        takes[last] -= units;
    }

    private static int least(double[] distance, boolean[] done) {
        int least = NONE;
        for (int node = 0; node < distance.length; node++) {
            if (!done[node]
                    && distance[node] < Double.POSITIVE_INFINITY
                    && (least == NONE || distance[node] < distance[least])) {
                least = node;
            }
        }
        return least;
    }
}
