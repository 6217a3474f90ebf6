package dev.firn.rigs.demo.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firn.rigs.RigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {

    @Test
    void numbersHaveTimeValueAndFlag() {
        Answer answer =
                Answer.parse("[{\"n\":\"lift-2/waiting-time\",\"t\":1735196400.5,\"u\":\"s\",\"v\":375,\"flag\":1}]");
        assertThat(answer.timeMillis()).isEqualTo(1_735_196_400_500L);
        assertThat(answer.value()).hasValue(375);
        assertThat(answer.flag()).isEqualTo(1);
        assertThat(answer.isAdvice()).isFalse();
    }

    @Test
    void missingNumbersHaveNone() {
        Answer answer = Answer.parse("[{\"n\":\"lift-2/waiting-time\",\"t\":60,\"flag\":9,\"reason\":\"no-value\"}]");
        assertThat(answer.value()).isEmpty();
        assertThat(answer.flag()).isEqualTo(9);
    }

    @Test
    void adviceIsAnObjectWithinText() {
        Answer answer = Answer.parse(
                "[{\"n\":\"people-management/advice\",\"t\":60,\"vs\":\"{\\\"about\\\":\\\"nordhang\\\",\\\"people\\\":92}\"}]");
        assertThat(answer.isAdvice()).isTrue();
        assertThat(answer.advice().path("people").asInt()).isEqualTo(92);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "[{\"v\":1}]", "[{\"n\":\"a\"},{\"n\":\"b\"}]", "Exception in thread"})
    void whatIsNoAnswerIsNamed(String line) {
        assertThatThrownBy(() -> Answer.parse(line))
                .isInstanceOf(RigException.class)
                .hasMessageContaining(line);
    }
}
