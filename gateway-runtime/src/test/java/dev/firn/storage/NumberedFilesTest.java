package dev.firn.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberedFilesTest {

    private final NumberedFiles files = new NumberedFiles("part-", ".log");

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 0xabcdef, Long.MAX_VALUE})
    void knowsTheNumberOfAFile(long number) {
        Path file = files.file(Path.of("folder"), number);
        assertThat(file).hasParentRaw(Path.of("folder"));
        assertThat(files.isOne(file)).isTrue();
        assertThat(files.number(file)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "part-000000000000000g.log",
                "part-00000000000000001.log",
                "part-0000000000000001xlog",
                "part-0000000000000001.log.damaged",
                "other-0000000000000001.log"
            })
    void leavesOtherFilesAlone(String name) {
        assertThat(files.isOne(Path.of(name))).isFalse();
    }

    @Test
    void namesSortAsTheNumbersDo() {
        assertThat(files.file(Path.of("f"), 9)).isLessThan(files.file(Path.of("f"), 10));
    }
}
