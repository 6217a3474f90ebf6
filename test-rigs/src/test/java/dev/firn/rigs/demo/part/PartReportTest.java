package dev.firn.rigs.demo.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PartReportTest {

    private static final Check GOOD = new Check(true, "all came");
    private static final Check BAD = new Check(false, "2 are missing");

    @Test
    void everyCheckIsPrintedWithItsVerdict() {
        assertThat(new PartReport("Part", List.of("seen"), List.of(GOOD, BAD)).printed())
                .containsExactly("Part", "  seen", "  ok      all came", "  FAILED  2 are missing");
    }

    @Test
    void oneFailedCheckFailsThePart() {
        assertThat(new PartReport("", List.of(), List.of(GOOD, GOOD)).passed()).isTrue();
        assertThat(new PartReport("", List.of(), List.of(GOOD, BAD)).passed()).isFalse();
    }
}
