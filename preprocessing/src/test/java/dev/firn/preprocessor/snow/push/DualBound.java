package dev.firn.preprocessor.snow.push;

import java.util.Arrays;

/**
 * A cost below which no transport of all that the takers lack can be, by weak duality: with any prices {@code u >= 0} at the
 * givers and {@code v[j] = min(cost[i][j] + u[i])} at the takers it costs at least {@code sum(v * takes) - sum(u * gives)}.
 * That holds whatever the prices are and wherever they come from; they come from a network simplex over all pairs, which
 * makes the bound tight.
 */
final class DualBound {

    private static final double UNITS = 1000;

    private DualBound() {}

    /** Of givers that have at least as much as the takers lack. */
    static double of(long[] gives, long[] takes, double[][] cost) {
        double[] prices = prices(gives, takes, cost);
        double bound = 0;
        for (int i = 0; i < gives.length; i++) {
            bound -= Math.max(0, prices[i]) * gives[i];
        }
        for (int j = 0; j < takes.length; j++) {
            double price = Double.POSITIVE_INFINITY;
            for (int i = 0; i < gives.length; i++) {
                price = Math.min(price, cost[i][j] + Math.max(0, prices[i]));
            }
            bound += price * takes[j];
        }
        return bound;
    }

    private static double[] prices(long[] gives, long[] takes, double[][] cost) {
        int stays = gives.length + takes.length;
        NetworkSimplex simplex = new NetworkSimplex(stays + 1);
        for (int i = 0; i < gives.length; i++) {
            simplex.setSupply(i, gives[i]);
            simplex.addArc(i, stays, 0);
            for (int j = 0; j < takes.length; j++) {
                simplex.addArc(i, gives.length + j, Math.round(UNITS * cost[i][j]));
            }
        }
        for (int j = 0; j < takes.length; j++) {
            simplex.setSupply(gives.length + j, -takes[j]);
        }
        simplex.setSupply(
                stays, Arrays.stream(takes).sum() - Arrays.stream(gives).sum());
        simplex.solve();
        double[] prices = new double[gives.length];
        for (int i = 0; i < prices.length; i++) {
            prices[i] = (simplex.potential(i) - simplex.potential(stays)) / UNITS;
        }
        return prices;
    }
}
