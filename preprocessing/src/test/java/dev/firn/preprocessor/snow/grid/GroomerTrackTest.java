package dev.firn.preprocessor.snow.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroomerTrackTest {

    private static final LocalPlane PLANE = new LocalPlane(new Position(46.7, 11.9), 90);

    private final List<LocatedDepth> located = new ArrayList<>();
    private final Drops drops = new Drops();
    private final GroomerTrack track = track(TrackSettings.DEFAULT);

    @Test
    void depthLiesBetweenTheFixesAroundIt() {
        fix(track, 1000, 0, 0);
        track.depth(1500, 0.7, 12);
        assertThat(located).isEmpty();
        fix(track, 3000, 8, 4);

        assertThat(located).singleElement().satisfies(depth -> {
            assertThat(depth.timeMillis()).isEqualTo(1500);
            assertThat(depth.depth()).isEqualTo(0.7);
            assertThat(depth.slope()).isEqualTo(12);
            assertThat(depth.point().distanceTo(new Point(2, 1))).isLessThan(1e-6);
        });
        assertThat(drops.total()).isZero();
    }

    @Test
    void depthOfTheFixItselfIsAtIt() {
        track.depth(1000, 0.7, Double.NaN);
        fix(track, 1000, 3, 2);
        track.depth(1000, 0.8, Double.NaN);

        assertThat(located)
                .hasSize(2)
                .allSatisfy(depth ->
                        assertThat(depth.point().distanceTo(new Point(3, 2))).isLessThan(1e-6));
    }

    @Test
    void depthThatComesLateIsStillPlaced() {
        fix(track, 1000, 0, 0);
        fix(track, 2000, 10, 0);
        track.depth(1500, 0.7, Double.NaN);

        assertThat(located)
                .singleElement()
                .satisfies(depth -> assertThat(depth.point().x()).isCloseTo(5, within(1e-6)));
    }

    @Test
    void depthBetweenFixesTooFarApartIsDropped() {
        fix(track, 1000, 0, 0);
        track.depth(1500, 0.7, Double.NaN);
        fix(track, 4001, 10, 0);

        assertThat(located).isEmpty();
        assertThat(drops.of(DropReason.NO_POSITION)).isEqualTo(1);
    }

    @Test
    void depthWithoutAFixIsDropped() {
        track.depth(1000, 0.7, Double.NaN);
        track.advanceTo(4000);
        assertThat(drops.total()).isZero();
        track.advanceTo(4001);
        assertThat(drops.of(DropReason.NO_POSITION)).isEqualTo(1);
        track.depth(4500, 0.7, Double.NaN);
        track.end();

        assertThat(drops.of(DropReason.NO_POSITION)).isEqualTo(2);
        assertThat(located).isEmpty();
    }

    @Test
    void depthsDoNotPileUpWithoutFixes() {
        for (int number = 0; number < 1000; number++) {
            track.depth(number, 0.7, Double.NaN);
        }

        assertThat(drops.of(DropReason.NO_POSITION)).isEqualTo(744);
    }

    @Test
    void latitudeAndLongitudeOfDifferentTimesAreNoFix() {
        Position position = PLANE.toEarth(new Point(3, 2));
        track.latitude(1000, position.latitude());
        track.longitude(1001, position.longitude());

        assertThat(track.latest()).isEmpty();
    }

    @Test
    void coarseFixIsNotUsedWhileItsErrorHolds() {
        track.error(900, 5.1);
        fix(track, 1000, 3, 2);
        assertThat(track.latest()).isEmpty();
        fix(track, 10_901, 3, 2);
        assertThat(track.latest()).isPresent();
        track.error(11_000, 4.9);
        fix(track, 11_000, 5, 2);
        assertThat(track.latest().orElseThrow().timeMillis()).isEqualTo(11_000);
    }

    @Test
    void fixThatIsNotLaterIsPassedOver() {
        fix(track, 2000, 0, 0);
        fix(track, 1000, 9, 9);

        assertThat(track.latest().orElseThrow().timeMillis()).isEqualTo(2000);
    }

    // Driving north: ahead is +y, to the right is +x.
    @ParameterizedTest
    @CsvSource({"3, 0, 0, 5", "-4, 0, 0, -2", "0, 1.5, 1.5, 2", "-4, -1, -1, -2"})
    void sensorIsOffTheAntennaAlongTheCourse(double forward, double right, double x, double y) {
        GroomerTrack offset = track(new TrackSettings(3000, 5, forward, right));
        fix(offset, 1000, 0, 0);
        fix(offset, 2000, 0, 4);
        offset.depth(1500, 0.7, Double.NaN);

        assertThat(located)
                .singleElement()
                .satisfies(depth ->
                        assertThat(depth.point().distanceTo(new Point(x, y))).isLessThan(1e-6));
        assertThat(offset.course().orElseThrow()).isCloseTo(0, within(0.001));
    }

    @Test
    void offsetWithoutACourseDropsTheDepth() {
        GroomerTrack offset = track(new TrackSettings(3000, 5, -4, 0));
        fix(offset, 1000, 0, 0);
        fix(offset, 2000, 0.5, 0);
        offset.depth(1500, 0.7, Double.NaN);

        assertThat(drops.of(DropReason.NO_COURSE)).isEqualTo(1);
        assertThat(located).isEmpty();
    }

    @Test
    void keepsItsCourseWhileItStands() {
        fix(track, 1000, 0, 0);
        fix(track, 2000, 4, 0);
        fix(track, 3000, 4, 0.5);

        assertThat(track.course().orElseThrow()).isCloseTo(90, within(0.001));
    }

    @Test
    void courseIsLostWithThePosition() {
        GroomerTrack offset = track(new TrackSettings(3000, 5, -4, 0));
        fix(offset, 1000, 0, 0);
        fix(offset, 2000, 4, 0);
        fix(offset, 9000, 30, 0);
        offset.depth(9000, 0.7, Double.NaN);

        assertThat(offset.course()).isEmpty();
        assertThat(drops.of(DropReason.NO_COURSE)).isEqualTo(1);
        assertThat(located).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 5, 0, 0", "1, 0, 0, 0", "1, NaN, 0, 0", "1, 5, 16, 0", "1, 5, 0, -16", "1, 5, NaN, 0"})
    void refusesSettingsThatAreNone(long gap, double error, double forward, double right) {
        assertThatThrownBy(() -> new TrackSettings(gap, error, forward, right)).hasMessageContaining("want");
    }

    private GroomerTrack track(TrackSettings settings) {
        return new GroomerTrack(settings, PLANE, drops, located::add);
    }

    private static void fix(GroomerTrack track, long timeMillis, double x, double y) {
        Position position = PLANE.toEarth(new Point(x, y));
        track.longitude(timeMillis, position.longitude());
        track.latitude(timeMillis, position.latitude());
    }
}
