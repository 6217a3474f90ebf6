package dev.firn.sensor.amg8833;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BlobFinderTest {

    private static final BlobFinder FINDER = new BlobFinder(2.0, 2);

    /** Each digit is how many half kelvins a pixel is above its background; points are at it. */
    static Stream<Arguments> pictures() {
        return Stream.of(
                Arguments.of("nobody", List.of(), rows()),
                Arguments.of("noise below the threshold", List.of(), rows("33333333", "33333333")),
                Arguments.of("a single warm pixel", List.of(), rows("........", "..9.....")),
                Arguments.of("exactly the threshold", List.of(new Blob(2, 1, 2.5)), rows("........", "..44....")),
                Arguments.of("one body", List.of(new Blob(4, 0.5, 2.5)), rows("..99....", "..99....")),
                Arguments.of(
                        "pixels that touch by a corner",
                        List.of(new Blob(2, 1.5, 2.5)),
                        rows("........", "..9.....", "...9....")),
                Arguments.of(
                        "pixels that touch by the other corner",
                        List.of(new Blob(2, 1.5, 2.5)),
                        rows("........", "...9....", "..9.....")),
                Arguments.of(
                        "arms that only meet below",
                        List.of(new Blob(5, 0.8, 3)),
                        rows("..9.9...", "..9.9...", "...9....")),
                Arguments.of(
                        "two bodies, in the order of their first pixels",
                        List.of(new Blob(2, 0, 5.5), new Blob(3, 5, 1)),
                        rows(".....99.", "........", "........", "........", "........", "999.....")),
                Arguments.of(
                        "the end of a row does not touch the start of the next one",
                        List.of(),
                        rows(".......9", "9.......")),
                Arguments.of(
                        "a ring is one body",
                        List.of(new Blob(8, 3, 3)),
                        rows("........", "........", "..999...", "..9.9...", "..999...")),
                Arguments.of(
                        "the corners",
                        List.of(new Blob(2, 0, 0.5), new Blob(2, 7, 6.5)),
                        rows("99......", "", "", "", "", "", "", "......99")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pictures")
    void findsBodies(String name, List<Blob> blobs, double[] excess) {
        assertThat(FINDER.find(excess)).as(name).isEqualTo(blobs);
    }

    static double[] rows(String... rows) {
        double[] excess = new double[Amg8833Words.PIXELS];
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < rows[row].length(); column++) {
                char pixel = rows[row].charAt(column);
                excess[row * Blob.SIDE + column] = pixel == '.' ? 0 : (pixel - '0') / 2.0;
            }
        }
        return excess;
    }
}
