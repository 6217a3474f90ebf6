package dev.firn.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.uplink.Refusals.Verdict;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RefusalsTest {

    private final Refusals refusals = new Refusals();

    @Test
    void refusesARecordThatAloneEndsTheConnectionWhileOthersPass() {
        strike(7, 3);
        assertThat(refusals.verdict(7)).isEqualTo(Verdict.HOLD);
        assertThat(refusals.verdict(8)).isEqualTo(Verdict.SEND);
        assertThat(refusals.isTimeToTryAlone()).isFalse();
        refusals.landed(8);
        assertThat(refusals.isTimeToTryAlone()).isTrue();
        refusals.triesAlone();
        assertThat(refusals.isAlone()).isTrue();
        assertThat(refusals.lost(OptionalLong.of(7))).hasValue(7);
        assertThat(refusals.isAlone()).isFalse();
        assertThat(refusals.verdict(7)).isEqualTo(Verdict.SEND);
    }

    @Test
    void whereNoOtherRecordWaitsAnotherMessageShowsThatTheLinkIsGood() {
        assertThat(refusals.isInDoubt()).isFalse();
        refusals.otherPassed();
        strike(7, 3);
        assertThat(refusals.isInDoubt()).isTrue();
        assertThat(refusals.isTimeToTryAlone()).isFalse();
        refusals.otherPassed();
        assertThat(refusals.isInDoubt()).isFalse();
        assertThat(refusals.isTimeToTryAlone()).isTrue();
    }

    @Test
    void aBadLinkOnWhichOthersFailTooRefusesNothing() {
        strike(7, 3);
        assertThat(refusals.lost(OptionalLong.of(8))).isEmpty();
        assertThat(refusals.lost(OptionalLong.of(9))).isEmpty();
        assertThat(refusals.isTimeToTryAlone()).isFalse();
    }

    @Test
    void aRecordThatLandsIsAcquitted() {
        strike(7, 2);
        refusals.landed(7);
        strike(7, 2);
        assertThat(refusals.verdict(7)).isEqualTo(Verdict.SEND);
        strike(7, 1);
        refusals.landed(9);
        refusals.triesAlone();
        refusals.landed(7);
        assertThat(refusals.isAlone()).isFalse();
        assertThat(refusals.lost(OptionalLong.of(9))).isEmpty();
    }

    @Test
    void onlyLossesRunningOnTheSameRecordCount() {
        strike(7, 2);
        strike(5, 1);
        strike(7, 2);
        assertThat(refusals.verdict(7)).isEqualTo(Verdict.SEND);
        assertThat(refusals.lost(OptionalLong.empty())).isEmpty();
        strike(7, 1);
        assertThat(refusals.verdict(7)).isEqualTo(Verdict.HOLD);
    }

    private void strike(long seq, int times) {
        for (int time = 0; time < times; time++) {
            assertThat(refusals.lost(OptionalLong.of(seq))).isEmpty();
        }
    }
}
