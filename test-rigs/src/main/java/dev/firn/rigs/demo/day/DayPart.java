package dev.firn.rigs.demo.day;

import dev.firn.rigs.demo.part.PartReport;
import dev.firn.rigs.demo.recorded.Passages;
import dev.firn.rigs.demo.recorded.WinterDay;
import dev.firn.rigs.demo.talk.Feed;
import dev.firn.rigs.demo.talk.Feed.Value;
import dev.firn.rigs.demo.talk.Talk;
import dev.firn.rigs.gateway.Distribution;
import dev.firn.rigs.process.ScratchDirectory;
import dev.firn.rigs.recordings.Recording;
import java.util.List;

/** Feeds people management of the distribution with a day of two gates and a lift, in event time. */
public final class DayPart {

    private static final long MILLIS_PER_MINUTE = 60_000;
    private static final String PROGRAM = "people-management";

    private DayPart() {}

    /**
     * Runs it.
     *
     * @throws dev.firn.rigs.RigException if it cannot be run
     */
    public static PartReport run(Distribution distribution) {
        return Day.of(Talk.with(distribution, PROGRAM, settings(), feed())).report();
    }

    /** The day: what was counted in a minute is said in its middle, and at its end a ping says how late it is. */
    static Feed feed() {
        Feed feed = new Feed();
        List<LiftDay.Minute> minutes = minutes();
        for (int minute = 0; minute < minutes.size(); minute++) {
            LiftDay.Minute counted = minutes.get(minute);
            long start = WinterDay.startMillis() + minute * MILLIS_PER_MINUTE;
            feed.values(
                    start + MILLIS_PER_MINUTE / 2,
                    Value.of("gate-1/people-in", counted.in()),
                    Value.of("gate-1/people-out", counted.out()),
                    Value.of("gate-2/people-in", counted.joining()),
                    Value.of("lift-2/lift-running", counted.running() ? 1 : 0),
                    Value.of("lift-2/lift-carried", counted.carried()));
            feed.ping(start + MILLIS_PER_MINUTE);
        }
        feed.drain();
        return feed;
    }

    private static List<LiftDay.Minute> minutes() {
        try (ScratchDirectory directory = ScratchDirectory.create("firn-day")) {
            return LiftDay.minutes(
                    new Passages(WinterDay.people(Recording.CALIT2_INFLOW, directory.path())),
                    new Passages(WinterDay.people(Recording.CALIT2_OUTFLOW, directory.path())),
                    WinterDay.startMillis());
        }
    }

    /** Settings like those that the distribution brings along, for a small slope with an evening. */
    static String settings() {
        return """
                {
                  "every": "60s",
                  "time-zone": "Europe/Zurich",
                  "long-wait": "8m",
                  "areas": [{"id": "nordhang", "name": "Nordhang", "area-ha": 2.5, "difficulty": "intermediate",
                             "opens-at": "07:00", "reset-at": "23:30",
                             "in": ["gate-1/people-in"], "out": ["gate-1/people-out"]}],
                  "lifts": [{"id": "lift-2", "name": "Lift 2", "area": "nordhang",
                             "capacity-per-hour": %d, "load-factor": 0.%d, "queue-area-m2": 40,
                             "in": ["gate-2/people-in"],
                             "carried": "lift-2/lift-carried", "running": "lift-2/lift-running"}]
                }
                """.formatted(LiftDay.CAPACITY, LiftDay.LOAD_PERCENT);
    }
}
