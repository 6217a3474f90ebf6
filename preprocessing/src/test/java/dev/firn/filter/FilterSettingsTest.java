package dev.firn.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.firn.filter.FilterSettings.Deadband;
import dev.firn.filter.FilterSettings.Debounce;
import dev.firn.filter.FilterSettings.Exponential;
import dev.firn.filter.FilterSettings.Hampel;
import dev.firn.filter.FilterSettings.Median;
import dev.firn.filter.FilterSettings.RateLimit;
import dev.firn.telemetry.Quantity;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterSettingsTest {

    private static final List<FilterSettings> ALL = List.of(
            Median.USUAL,
            Hampel.USUAL,
            Exponential.USUAL,
            new Deadband(0.2, 600_000),
            new RateLimit(3, 60_000),
            Debounce.USUAL);

    @Test
    void namesAreThoseOfTheConfiguration() {
        assertThat(ALL.stream().map(FilterSettings::name)).containsExactlyElementsOf(FilterSettings.NAMES);
        assertThat(FilterSettings.NAMES)
                .containsExactly("median", "hampel", "ewma", "deadband", "rate-limit", "debounce");
    }

    @Test
    void bareWordHasTheUsualSettings() {
        assertThat(FilterSettings.usual("median")).contains(new Median(5));
        assertThat(FilterSettings.usual("hampel")).contains(new Hampel(7, 3));
        assertThat(FilterSettings.usual("ewma")).contains(new Exponential(30_000));
        assertThat(FilterSettings.usual("debounce")).contains(new Debounce(2000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deadband", "rate-limit", "kalman", ""})
    void bareWordThatNeedsAFigureOrIsNoneHasNoSettings(String name) {
        assertThat(FilterSettings.usual(name)).isEmpty();
    }

    static Stream<FilterSettings> all() {
        return ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void refusesAmounts(FilterSettings settings) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.create(Quantity.PRECIPITATION))
                .withMessageStartingWith("filter " + settings.name() + " of precipitation: an amount is summed");
    }

    @ParameterizedTest
    @CsvSource({"median, false", "hampel, false", "debounce, false", "ewma, true", "deadband, true", "rate-limit, true"
    })
    void takesDirectionsOnlyWhereACircleMakesSense(String name, boolean taken) {
        FilterSettings settings = ALL.get(FilterSettings.NAMES.indexOf(name));
        if (taken) {
            assertThatCode(() -> settings.create(Quantity.WIND_DIRECTION)).doesNotThrowAnyException();
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> settings.create(Quantity.WIND_DIRECTION))
                    .withMessageStartingWith("filter " + name + " of wind-direction: a direction has no middle");
        }
    }

    static Stream<Supplier<FilterSettings>> wrong() {
        return Stream.of(
                () -> new Median(2),
                () -> new Median(102),
                () -> new Hampel(2, 3),
                () -> new Hampel(7, 0),
                () -> new Hampel(7, Double.NaN),
                () -> new Exponential(0),
                () -> new Deadband(-0.1, 1),
                () -> new Deadband(Double.NaN, 1),
                () -> new Deadband(Double.POSITIVE_INFINITY, 1),
                () -> new Deadband(1, 0),
                () -> new RateLimit(0, 1),
                () -> new RateLimit(1, -1),
                () -> new Debounce(0));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void refusesFiguresThatMeanNothing(Supplier<FilterSettings> settings) {
        assertThatIllegalArgumentException().isThrownBy(settings::get).withMessageStartingWith("filter ");
    }

    @Test
    void quotesTheFigureThatIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Median(2))
                .withMessage("filter median: count 2 is not between 3 and 101");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RateLimit(-3, 1))
                .withMessage("filter rate-limit: change -3.0 is not a finite number above 0");
    }
}
