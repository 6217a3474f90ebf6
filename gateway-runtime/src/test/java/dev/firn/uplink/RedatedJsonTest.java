package dev.firn.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.clock.ClockStamp;
import dev.firn.uplink.Redating.Redate;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RedatedJsonTest {

    private static final Redate REDATE = new Redate(90_000, new ClockStamp(0, true, 12));

    @Test
    void movesTheDatesOfASummaryAndLeavesItsNumbersAsTheyAre() {
        String moved =
                moved("{\"epoch\":\"e\",\"seq\":41,\"from\":0,\"to\":60000,\"unit\":\"Cel\",\"count\":3,\"mean\":4.10,"
                        + "\"min\":-1,\"max\":1E+300,\"p50\":0.0000001,\"stddev\":null,\"reasons\":{\"from\":1,\"spike\":2},"
                        + "\"clock\":{\"synced\":false,\"uncertainty-ms\":null}}");
        assertThat(moved)
                .isEqualTo(
                        "{\"epoch\":\"e\",\"seq\":41,\"from\":90000,\"to\":150000,\"unit\":\"Cel\",\"count\":3,\"mean\":4.10,"
                                + "\"min\":-1,\"max\":1E+300,\"p50\":0.0000001,\"stddev\":null,\"reasons\":{\"from\":1,\"spike\":2},"
                                + "\"clock\":{\"synced\":true,\"uncertainty-ms\":12},\"redated-ms\":90000}");
    }

    @Test
    void movesTheTimeOfAnEventAndNothingOfItsDetail() {
        String moved =
                moved("{\"seq\":1,\"time\":5,\"kind\":\"x\",\"text\":\"a \\\"b\\\" °\",\"detail\":{\"time\":5,\"list\":"
                        + "[1,{\"from\":2}],\"yes\":true}}");
        assertThat(moved)
                .isEqualTo(
                        "{\"seq\":1,\"time\":90005,\"kind\":\"x\",\"text\":\"a \\\"b\\\" °\",\"detail\":{\"time\":5,\"list\":"
                                + "[1,{\"from\":2}],\"yes\":true},\"redated-ms\":90000}");
    }

    @Test
    void aDateThatWasRightIsWorthMoreAndNotMoved() {
        String message = "{\"from\":5,\"clock\":{\"synced\":false,\"uncertainty-ms\":null}}";
        assertThat(moved(message, new Redate(0, new ClockStamp(0, true, 12))))
                .isEqualTo("{\"from\":5,\"clock\":{\"synced\":true,\"uncertainty-ms\":12},\"redated-ms\":0}");
    }

    private static String moved(String message) {
        return moved(message, REDATE);
    }

    private static String moved(String message, Redate redate) {
        return new String(RedatedJson.of(message.getBytes(StandardCharsets.UTF_8), redate), StandardCharsets.UTF_8);
    }
}
