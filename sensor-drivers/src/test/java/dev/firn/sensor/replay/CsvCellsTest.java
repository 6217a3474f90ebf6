package dev.firn.sensor.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellsTest {

    @Test
    void splitsAtCommas() {
        assertThat(cells("a,1")).containsExactly("a", "1");
        assertThat(cells(" a b , 1\t")).containsExactly("a b", "1");
        assertThat(cells("a,")).containsExactly("a", "");
        assertThat(cells("")).containsExactly("");
    }

    @Test
    void takesQuotesOff() {
        assertThat(cells("\"07/24/05 00:00:00\",0")).containsExactly("07/24/05 00:00:00", "0");
        assertThat(cells("\"a,b\" , \"1\"")).containsExactly("a,b", "1");
        assertThat(cells("\"say \"\"hi\"\"\",\"\"")).containsExactly("say \"hi\"", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\"a", "\"a,1", "a,\"1", "\"a\"b,1", "\"\"\"", "\"a\"\"1"})
    void refusesQuotesThatDoNotMatch(String line) {
        assertThat(CsvCells.split(line)).isEqualTo(Optional.empty());
    }

    private static List<String> cells(String line) {
        return CsvCells.split(line).orElseThrow();
    }
}
