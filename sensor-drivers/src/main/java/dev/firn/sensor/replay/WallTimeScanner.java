package dev.firn.sensor.replay;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Reads one date and time of day. {@code 24:00} is the end of the day (ISO 8601-1:2019/Amd 1:2022); what is finer than
 * a millisecond is rounded. For one text, then done.
 */
final class WallTimeScanner {

    private static final long DAY_MILLIS = 86_400_000;
    private static final int MOST_OFFSET_MINUTES = 18 * 60;
    private static final int FRACTION_DIGITS = 9;

    private final String text;
    private int at;
    private boolean failed;

    private WallTimeScanner(String text) {
        this.text = text;
    }

    /** {@code 2014-10-01T00:30}, with seconds, their fraction, and the offset to UTC if need be. */
    static Optional<WallTime> iso(String text) {
        WallTimeScanner scanner = new WallTimeScanner(text);
        return scanner.wallTime(scanner.isoDay(), 2);
    }

    /** {@code 07/24/05 00:30:00}, month first; a year of two digits is one of 2000 to 2099. */
    static Optional<WallTime> monthFirst(String text) {
        WallTimeScanner scanner = new WallTimeScanner(text);
        return scanner.wallTime(scanner.monthFirstDay(), 1);
    }

    private Optional<WallTime> wallTime(long epochDay, int leastHourDigits) {
        failed |= !(skip('T') || skip(' '));
        long localMillis = epochDay * DAY_MILLIS + timeOfDay(leastHourDigits);
        Optional<ZoneOffset> offset = offset();
        return failed || at < text.length() ? Optional.empty() : Optional.of(new WallTime(localMillis, offset));
    }

    private long isoDay() {
        int year = number(4, 4);
        need('-');
        int month = number(2, 2);
        need('-');
        return epochDay(year, month, number(2, 2));
    }

    private long monthFirstDay() {
        int month = number(1, 2);
        need('/');
        int day = number(1, 2);
        need('/');
        int start = at;
        int year = number(2, 4);
        int digits = at - start;
        failed |= digits == 3;
        return epochDay(digits == 2 ? 2000 + year : year, month, day);
    }

    private long epochDay(int year, int month, int day) {
        if (month < 1
                || month > 12
                || day < 1
                || day > YearMonth.of(year, month).lengthOfMonth()) {
            failed = true;
            return 0;
        }
        return LocalDate.of(year, month, day).toEpochDay();
    }

    private long timeOfDay(int leastHourDigits) {
        int hour = number(leastHourDigits, 2);
        need(':');
        int minute = number(2, 2);
        int second = skip(':') ? number(2, 2) : 0;
        long millis = ((hour * 60L + minute) * 60 + second) * 1000 + fractionMillis();
        failed |= minute > 59 || second > 59 || millis > DAY_MILLIS;
        return millis;
    }

    private long fractionMillis() {
        if (!(skip('.') || skip(','))) {
            return 0;
        }
        int start = at;
        int fraction = number(1, FRACTION_DIGITS);
        return Math.round(fraction * Math.pow(10, 3 - (at - start)));
    }

    private Optional<ZoneOffset> offset() {
        if (skip('Z') || skip('z')) {
            return Optional.of(ZoneOffset.UTC);
        }
        if (skip('+')) {
            return signedOffset(1);
        }
        return skip('-') ? signedOffset(-1) : Optional.empty();
    }

    private Optional<ZoneOffset> signedOffset(int sign) {
        int hours = number(2, 2);
        int minutes = skip(':') || at < text.length() ? number(2, 2) : 0;
        int total = 60 * hours + minutes;
        if (minutes > 59 || total > MOST_OFFSET_MINUTES) {
            failed = true;
            return Optional.empty();
        }
        return Optional.of(ZoneOffset.ofTotalSeconds(sign * 60 * total));
    }

    private int number(int leastDigits, int mostDigits) {
        int start = at;
        int value = 0;
        while (at < text.length() && at - start < mostDigits && isDigit(text.charAt(at))) {
            value = 10 * value + (text.charAt(at++) - '0');
        }
        failed |= at - start < leastDigits;
        return value;
    }

    private void need(char expected) {
        failed |= !skip(expected);
    }

    private boolean skip(char expected) {
        boolean there = at < text.length() && text.charAt(at) == expected;
        at += there ? 1 : 0;
        return there;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
