package dev.firn.preprocessor.snow.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NetworkSimplexTest {

    @Property
    void findsTheCostThatAnotherAlgorithmFinds(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 12) int givers,
            @ForAll @IntRange(min = 1, max = 12) int takers) {
        Random random = new Random(seed);
        long[] gives = random.longs(givers, 0, 6).toArray();
        long[] takes = spread(Arrays.stream(gives).sum(), takers, random);
        double[][] cost = new double[givers][takers];
        NetworkSimplex simplex = new NetworkSimplex(givers + takers);
        for (int i = 0; i < givers; i++) {
            simplex.setSupply(i, gives[i]);
            for (int j = 0; j < takers; j++) {
                // Small whole costs, so that many flows are equally cheap: degenerate pivots.
                cost[i][j] = random.nextInt(5);
                simplex.addArc(i, givers + j, (long) cost[i][j]);
            }
        }
        for (int j = 0; j < takers; j++) {
            simplex.setSupply(givers + j, -takes[j]);
        }

        long[] flow = simplex.solve();

        double total = 0;
        for (int arc = 0; arc < flow.length; arc++) {
            total += flow[arc] * cost[arc / takers][arc % takers];
        }
        assertThat(total).isCloseTo(new TransportOptimum(gives, takes, cost).cost(), within(1e-9));
    }

    @Test
    void potentialsProveTheFlow() {
        int[][] arcs = {{0, 1, 4}, {0, 2, 1}, {2, 1, 2}, {1, 3, 1}, {2, 3, 6}};
        NetworkSimplex simplex = new NetworkSimplex(4);
        for (int[] arc : arcs) {
            simplex.addArc(arc[0], arc[1], arc[2]);
        }
        simplex.setSupply(0, 5);
        simplex.setSupply(3, -5);

        long[] flow = simplex.solve();

        assertThat(flow).containsExactly(0, 5, 5, 5, 0);
        for (int number = 0; number < arcs.length; number++) {
            int[] arc = arcs[number];
            long reduced = arc[2] + simplex.potential(arc[0]) - simplex.potential(arc[1]);
            assertThat(reduced).isGreaterThanOrEqualTo(0);
            assertThat(reduced * flow[number]).isZero();
        }
    }

    @Test
    void leavesWhatNoArcCanBringAway() {
        NetworkSimplex simplex = new NetworkSimplex(4);
        simplex.addArc(0, 1, 7);
        simplex.setSupply(0, 3);
        simplex.setSupply(1, -2);
        simplex.setSupply(3, -1);

        assertThat(simplex.solve()).containsExactly(2);
    }

    @Test
    void refusesSuppliesThatDoNotBalance() {
        NetworkSimplex simplex = new NetworkSimplex(2);
        simplex.setSupply(0, 3);

        assertThatThrownBy(simplex::solve).hasMessageContaining("add up to 3");
    }

    private static long[] spread(long total, int places, Random random) {
        long[] parts = new long[places];
        for (long unit = 0; unit < total; unit++) {
            parts[random.nextInt(places)]++;
        }
        return parts;
    }
}
