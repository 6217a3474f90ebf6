package dev.firn.rigs.demo.day;

import dev.firn.rigs.demo.recorded.Passages;
import java.util.ArrayList;
import java.util.List;

/**
 * A lift made from the gates' day, minute by minute: whoever comes joins its queue, is carried up as soon as there is a seat,
 * and joins again twelve minutes later, until he leaves. At noon the lift stands. Every run makes the same.
 */
final class LiftDay {

    /** Minute of the day at which the lift starts. */
    static final int OPENS = 8 * 60;
    /** Minute of the day from which the lift stands for a while. */
    static final int STOPS = 12 * 60;
    /** Minute of the day at which it goes on. */
    static final int GOES_ON = STOPS + 25;
    /** Minute of the day at which it stops for good. */
    static final int CLOSES = 21 * 60;
    /** People an hour with every seat taken. */
    static final int CAPACITY = 240;
    /** Share of the seats that is taken, percent. */
    static final int LOAD_PERCENT = 80;

    private static final int LAST_CALL = CLOSES - 30;
    private static final int MINUTES = 24 * 60;
    private static final int MINUTES_PER_HOUR = 60;
    private static final int PERCENT = 100;
    private static final int ROUND = 12;
    private static final long MILLIS_PER_MINUTE = 60_000;

    private final List<Minute> minutes = new ArrayList<>();
    private long queue;
    /** People who were seen to leave and are still to be taken from those who come down. */
    private long leaving;

    /**
     * What is counted in a minute.
     *
     * @param in people who come to the slope
     * @param out people who leave it
     * @param joining people who join the lift's queue
     * @param carried people whom the lift takes up
     * @param running whether it runs
     */
    record Minute(long in, long out, long joining, long carried, boolean running) {}

    private LiftDay() {}

    /** The 1440 minutes of a day that begins at a time. */
    static List<Minute> minutes(Passages in, Passages out, long startMillis) {
        LiftDay day = new LiftDay();
        for (int minute = 0; minute < MINUTES; minute++) {
            long from = startMillis + minute * MILLIS_PER_MINUTE;
            long to = from + MILLIS_PER_MINUTE;
            day.pass(minute, in.between(from, to), out.between(from, to));
        }
        return List.copyOf(day.minutes);
    }

    /** Whether the lift runs in a minute of the day. */
    static boolean isRunning(int minute) {
        return minute >= OPENS && minute < CLOSES && !(minute >= STOPS && minute < GOES_ON);
    }

    private void pass(int minute, long in, long out) {
        leaving += out;
        long down = minute < ROUND ? 0 : minutes.get(minute - ROUND).carried();
        long gone = Math.min(down, leaving);
        leaving -= gone;
        long joining = minute >= OPENS && minute < LAST_CALL ? in + down - gone : 0;
        long carried = isRunning(minute) ? Math.min(queue + joining, seats(minute)) : 0;
        queue += joining - carried;
        minutes.add(new Minute(in, out, joining, carried, isRunning(minute)));
    }

    private static long seats(int minute) {
        return carriedUntil(minute + 1) - carriedUntil(minute);
    }

    private static long carriedUntil(int minute) {
        return (long) minute * CAPACITY * LOAD_PERCENT / PERCENT / MINUTES_PER_HOUR;
    }
}
