package dev.firn.config;

import java.time.Duration;

/**
 * A change and the time that it takes, such as {@code 3/1m}.
 *
 * @param change in the unit of the quantity, above 0
 * @param time above 0
 */
record ChangeInTime(double change, Duration time) {

    static ChangeInTime parse(String text) throws BadValueException {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new BadValueException("is no greatest step", "give a change and a time, such as 3/1m");
        }
        double change = Values.number(text.substring(0, slash).strip());
        Duration time = Values.duration(text.substring(slash + 1).strip());
        if (change <= 0 || time.isZero()) {
            throw new BadValueException("is no greatest step", "give a change and a time above 0, such as 3/1m");
        }
        return new ChangeInTime(change, time);
    }
}
