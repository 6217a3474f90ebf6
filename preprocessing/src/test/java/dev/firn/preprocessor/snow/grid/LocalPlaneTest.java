package dev.firn.preprocessor.snow.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalPlaneTest {

    private static final double LATITUDE = 46.737;
    private static final double LONGITUDE = 11.955;

    @Property
    void agreesWithTheEllipsoidWithinTwentyCentimetresOverAKilometre(
            @ForAll @Scale(7) @DoubleRange(min = -0.009, max = 0.009) double north,
            @ForAll @Scale(7) @DoubleRange(min = -0.013, max = 0.013) double east) {
        LocalPlane plane = new LocalPlane(new Position(LATITUDE, LONGITUDE), 90);

        Point point = plane.toPlane(new Position(LATITUDE + north, LONGITUDE + east));

        double[] exact = eastAndNorth(LATITUDE + north, LONGITUDE + east);
        assertThat(point.x()).isCloseTo(exact[0], within(0.2));
        assertThat(point.y()).isCloseTo(exact[1], within(0.2));
    }

    @Property
    void agreesWithTheEllipsoidWithinTwoCentimetresOver300Metres(
            @ForAll @Scale(7) @DoubleRange(min = -0.0027, max = 0.0027) double north,
            @ForAll @Scale(7) @DoubleRange(min = -0.0039, max = 0.0039) double east) {
        LocalPlane plane = new LocalPlane(new Position(LATITUDE, LONGITUDE), 90);

        Point point = plane.toPlane(new Position(LATITUDE + north, LONGITUDE + east));

        double[] exact = eastAndNorth(LATITUDE + north, LONGITUDE + east);
        assertThat(point.x()).isCloseTo(exact[0], within(0.02));
        assertThat(point.y()).isCloseTo(exact[1], within(0.02));
    }

    @Property
    void comesBackToThePosition(
            @ForAll @Scale(7) @DoubleRange(min = 0, max = 360) double bearing,
            @ForAll @Scale(7) @DoubleRange(min = -2000, max = 2000) double x,
            @ForAll @Scale(7) @DoubleRange(min = -2000, max = 2000) double y) {
        LocalPlane plane = new LocalPlane(new Position(LATITUDE, LONGITUDE), bearing);

        Point again = plane.toPlane(plane.toEarth(new Point(x, y)));

        assertThat(again.distanceTo(new Point(x, y))).isLessThan(1e-5);
    }

    // The x axis points along the bearing, the y axis to its left.
    @ParameterizedTest
    @CsvSource({
        "90, 1, 0, 90",
        "90, 0, 1, 0",
        "90, -1, -1, 225",
        "0, 1, 0, 0",
        "0, 0, 1, 270",
        "180, 1, 0, 180",
        "180, 0, 1, 90",
        "300, 1, 0, 300",
        "360, 0, -1, 90"
    })
    void tellsTheTrueCourse(double bearing, double x, double y, double course) {
        LocalPlane plane = new LocalPlane(new Position(LATITUDE, LONGITUDE), bearing);

        assertThat(plane.course(new Point(0, 0), new Point(x, y))).isCloseTo(course, within(1e-9));
        assertThat(plane.along(new Point(0, 0), course, Math.hypot(x, y)).distanceTo(new Point(x, y)))
                .isLessThan(1e-9);
    }

    @ParameterizedTest
    @CsvSource({"89.5, 0, 0", "46, 0, -1", "46, 0, 361", "91, 0, 0", "46, 181, 0", "NaN, 0, 0"})
    void refusesWhatIsNoPlane(double latitude, double longitude, double bearing) {
        assertThatThrownBy(() -> new LocalPlane(new Position(latitude, longitude), bearing))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("want");
    }

    /** The way along the earth's surface, from earth-centred coordinates: chord to the east and north of the origin. */
    private static double[] eastAndNorth(double latitude, double longitude) {
        double[] origin = earthCentred(LATITUDE, LONGITUDE);
        double[] place = earthCentred(latitude, longitude);
        double x = place[0] - origin[0];
        double y = place[1] - origin[1];
        double z = place[2] - origin[2];
        double sinLatitude = Math.sin(Math.toRadians(LATITUDE));
        double cosLatitude = Math.cos(Math.toRadians(LATITUDE));
        double sinLongitude = Math.sin(Math.toRadians(LONGITUDE));
        double cosLongitude = Math.cos(Math.toRadians(LONGITUDE));
        return new double[] {
            -sinLongitude * x + cosLongitude * y,
            -sinLatitude * cosLongitude * x - sinLatitude * sinLongitude * y + cosLatitude * z
        };
    }

    private static double[] earthCentred(double latitude, double longitude) {
        double flattening = 1 / 298.257223563;
        double eccentricitySquared = flattening * (2 - flattening);
        double phi = Math.toRadians(latitude);
        double lambda = Math.toRadians(longitude);
        double radius = 6_378_137 / Math.sqrt(1 - eccentricitySquared * Math.sin(phi) * Math.sin(phi));
        return new double[] {
            radius * Math.cos(phi) * Math.cos(lambda),
            radius * Math.cos(phi) * Math.sin(lambda),
            radius * (1 - eccentricitySquared) * Math.sin(phi)
        };
    }
}
