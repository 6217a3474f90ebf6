package dev.firn.rigs.bench;

import java.util.Arrays;

/**
 * The least cost of bringing as much as possible from givers to takers, by successive shortest paths over every pair
 * (Edmonds, Karp 1972): exact, slow, and nothing that the planner has a part in. For one thread.
 */
final class TransportOptimum {

    private static final int NONE = -1;

    private final double[][] cost;
    private final double[][] flow;
    /** Givers first, then takers: what is left or lacking, potential, distance, whom the path comes from, whether done. */
    private final double[] open;

    private final double[] potential;
    private final double[] distance;
    private final int[] from;
    private final boolean[] done;
    private final int givers;

    private TransportOptimum(double[] gives, double[] takes, double[][] cost) {
        this.cost = cost;
        givers = gives.length;
        flow = new double[givers][takes.length];
        open = Arrays.copyOf(gives, givers + takes.length);
        System.arraycopy(takes, 0, open, givers, takes.length);
        potential = new double[open.length];
        distance = new double[open.length];
        from = new int[open.length];
        done = new boolean[open.length];
    }

    /** The least cost; amounts are whole numbers, so that sums of them are exact. */
    static double cost(double[] gives, double[] takes, double[][] cost) {
        TransportOptimum optimum = new TransportOptimum(gives, takes, cost);
        for (int taker = optimum.nearest(); taker != NONE; taker = optimum.nearest()) {
            optimum.augment(taker);
        }
        double sum = 0;
        for (int giver = 0; giver < gives.length; giver++) {
            for (int taker = 0; taker < takes.length; taker++) {
                sum += optimum.flow[giver][taker] * cost[giver][taker];
            }
        }
        return sum;
    }

    /** The taker that still lacks something and is nearest to a giver that has something; Dijkstra on reduced costs. */
    private int nearest() {
        Arrays.fill(done, false);
        Arrays.fill(from, NONE);
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        for (int giver = 0; giver < givers; giver++) {
            distance[giver] = open[giver] > 0 ? 0 : Double.POSITIVE_INFINITY;
        }
        for (int node = next(); node != NONE; node = next()) {
            done[node] = true;
            if (node >= givers && open[node] > 0) {
                raise(distance[node]);
                return node;
            }
            relax(node);
        }
        return NONE;
    }

    private int next() {
        int next = NONE;
        for (int node = 0; node < open.length; node++) {
            boolean nearer = next == NONE ? distance[node] < Double.POSITIVE_INFINITY : distance[node] < distance[next];
            next = !done[node] && nearer ? node : next;
        }
        return next;
    }

    private void relax(int node) {
        int begin = node < givers ? givers : 0;
        int end = node < givers ? open.length : givers;
        for (int other = begin; other < end; other++) {
            boolean reachable = node < givers || flow[other][node - givers] > 0;
            double length = node < givers ? reduced(node, other) : -reduced(other, node);
            double through = distance[node] + Math.max(0, length);
            if (reachable && through < distance[other]) {
                distance[other] = through;
                from[other] = node;
            }
        }
    }

    private double reduced(int giver, int taker) {
        return cost[giver][taker - givers] + potential[giver] - potential[taker];
    }

    private void raise(double limit) {
        for (int node = 0; node < open.length; node++) {
            potential[node] += Math.min(distance[node], limit);
        }
    }

    private void augment(int taker) {
        double amount = open[taker];
        int start = taker;
        for (int node = taker; from[node] != NONE; node = from[node]) {
            amount = node < givers ? Math.min(amount, flow[node][from[node] - givers]) : amount;
            start = from[node];
        }
        amount = Math.min(amount, open[start]);
        for (int node = taker; from[node] != NONE; node = from[node]) {
            if (node < givers) {
                flow[node][from[node] - givers] -= amount;
            } else {
                flow[from[node]][node - givers] += amount;
            }
        }
        open[start] -= amount;
        open[taker] -= amount;
    }
}
