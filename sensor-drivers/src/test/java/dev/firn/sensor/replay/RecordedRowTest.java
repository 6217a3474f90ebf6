package dev.firn.sensor.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reading;
import dev.firn.telemetry.SeriesId;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordedRowTest {

    private static final SeriesId DOOR = new SeriesId("door", Quantity.PEOPLE_COUNT);

    @Test
    void movesItsReadingsWithIt() {
        RecordedRow row = new RecordedRow(1000, List.of(Reading.of(DOOR, 1000, 3), Reading.missing(DOOR, 1000)));
        assertThat(row.laterBy(500))
                .isEqualTo(new RecordedRow(1500, List.of(Reading.of(DOOR, 1500, 3), Reading.missing(DOOR, 1500))));
    }

    @Test
    void refusesReadingOfAnotherTime() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RecordedRow(1000, List.of(Reading.of(DOOR, 999, 3))))
                .withMessageContaining("1000")
                .withMessageContaining("999");
    }
}
