package dev.firn.preprocessor.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The day of an area by its own clock, summer time and all: when it is known to be empty.
 *
 * @param zone its time zone
 * @param resetAt from this time of day nobody is in it
 * @param opensAt until this time of day
 */
record AreaDay(ZoneId zone, LocalTime resetAt, LocalTime opensAt) {

    /** The next time after this one at which it is known to be empty; both in milliseconds since 1970-01-01T00:00Z. */
    long nextResetMillis(long millis) {
        LocalDate date = local(millis).toLocalDate();
        long today = resetMillis(date);
        return today > millis ? today : resetMillis(date.plusDays(1));
    }

    /** Whether nobody is in it at this time. */
    boolean isClosed(long millis) {
        LocalTime time = local(millis).toLocalTime();
        boolean afterReset = !time.isBefore(resetAt);
        boolean beforeOpening = time.isBefore(opensAt);
        return resetAt.isBefore(opensAt) ? afterReset && beforeOpening : afterReset || beforeOpening;
    }

    private ZonedDateTime local(long millis) {
        return Instant.ofEpochMilli(millis).atZone(zone);
    }

    private long resetMillis(LocalDate date) {
        return date.atTime(resetAt).atZone(zone).toInstant().toEpochMilli();
    }
}
