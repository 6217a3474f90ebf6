package dev.firn.sensor.amg8833;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Finds people in a frame: pixels that are warmer than their background and touch each other, by a side or a corner.
 *
 * @param warmer by how many kelvins at least
 * @param leastPixels how many such pixels make one
 */
record BlobFinder(double warmer, int leastPixels) {

    /**
     * The blobs, in the order of their first pixels.
     *
     * @param excess how much each pixel is above its background, in kelvins, row by row
     */
    List<Blob> find(double[] excess) {
        BitSet warm = new BitSet();
        for (int i = 0; i < excess.length; i++) {
            warm.set(i, excess[i] >= warmer);
        }
        List<Blob> blobs = new ArrayList<>();
        for (int first = warm.nextSetBit(0); first >= 0; first = warm.nextSetBit(first)) {
            List<Integer> pixels = takeConnected(warm, first);
            if (pixels.size() >= leastPixels) {
                blobs.add(blob(pixels));
            }
        }
        return blobs;
    }

    /** Clears the pixels that hang together with one. */
    private static List<Integer> takeConnected(BitSet warm, int first) {
        List<Integer> pixels = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(first));
        warm.clear(first);
        while (!open.isEmpty()) {
            int pixel = open.remove();
            pixels.add(pixel);
            for (int neighbour : neighbours(pixel)) {
                if (warm.get(neighbour)) {
                    warm.clear(neighbour);
                    open.add(neighbour);
                }
            }
        }
        return pixels;
    }

    private static List<Integer> neighbours(int pixel) {
        int row = pixel / Blob.SIDE;
        int column = pixel % Blob.SIDE;
        List<Integer> neighbours = new ArrayList<>();
        for (int r = Math.max(0, row - 1); r <= Math.min(Blob.SIDE - 1, row + 1); r++) {
            for (int c = Math.max(0, column - 1); c <= Math.min(Blob.SIDE - 1, column + 1); c++) {
                neighbours.add(r * Blob.SIDE + c);
            }
        }
        return neighbours;
    }

    private static Blob blob(List<Integer> pixels) {
        int rows = 0;
        int columns = 0;
        for (int pixel : pixels) {
            rows += pixel / Blob.SIDE;
            columns += pixel % Blob.SIDE;
        }
        double count = pixels.size();
        return new Blob(pixels.size(), rows / count, columns / count);
    }
}
