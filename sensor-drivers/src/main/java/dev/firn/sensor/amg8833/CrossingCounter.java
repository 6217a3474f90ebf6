package dev.firn.sensor.amg8833;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Counts who walks across the middle of the picture: follows each blob to the nearest one of the next frame, and counts
 * it when it was clearly on one side and then is on the other. Not thread-safe.
 */
final class CrossingCounter {

    /** Columns between which nobody is on a side: half a pixel to each side of the middle, so that nobody counts twice. */
    private static final double LEFT_OF_MIDDLE = 3;

    private static final double RIGHT_OF_MIDDLE = 4;

    /** How far somebody goes from frame to frame at most, in pixels. */
    private static final double REACH = 2.5;

    /** For how many frames somebody who is not seen is remembered. */
    private static final int MEMORY = 3;

    private enum Side {
        LEFT,
        MIDDLE,
        RIGHT
    }

    private record Track(Blob last, Side side, int unseen) {}

    private List<Track> tracks = List.of();
    private int rightwards;
    private int leftwards;

    /** The next frame's blobs. */
    void see(List<Blob> blobs) {
        List<Track> lost = new ArrayList<>(tracks);
        List<Track> followed = new ArrayList<>();
        for (Blob blob : blobs) {
            Optional<Track> track = nearest(lost, blob);
            track.ifPresent(lost::remove);
            followed.add(follow(track.map(Track::side).orElse(Side.MIDDLE), blob));
        }
        lost.stream()
                .filter(track -> track.unseen() < MEMORY)
                .map(track -> new Track(track.last(), track.side(), track.unseen() + 1))
                .forEach(followed::add);
        tracks = followed;
    }

    /** How many went from low to high columns since the last call. */
    int takeRightwards() {
        int count = rightwards;
        rightwards = 0;
        return count;
    }

    /** How many went from high to low columns since the last call. */
    int takeLeftwards() {
        int count = leftwards;
        leftwards = 0;
        return count;
    }

    private Track follow(Side before, Blob blob) {
        Side now = side(blob);
        if (before == Side.LEFT && now == Side.RIGHT) {
            rightwards++;
        } else if (before == Side.RIGHT && now == Side.LEFT) {
            leftwards++;
        }
        return new Track(blob, now == Side.MIDDLE ? before : now, 0);
    }

    private static Optional<Track> nearest(List<Track> tracks, Blob blob) {
        return tracks.stream()
                .filter(track -> track.last().distanceTo(blob) <= REACH)
                .min(Comparator.comparingDouble(track -> track.last().distanceTo(blob)));
    }

    private static Side side(Blob blob) {
        if (blob.column() < LEFT_OF_MIDDLE) {
            return Side.LEFT;
        }
        return blob.column() > RIGHT_OF_MIDDLE ? Side.RIGHT : Side.MIDDLE;
    }
}
