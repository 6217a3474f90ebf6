package dev.firn.source.mqtt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Takes the values at some places out of a payload in one pass, without making a tree of it. A number by itself is a payload,
 * too; a number in quotes counts as one, and true and false as 1 and 0. For one thread.
 */
final class PayloadReader {

    /** 2200-01-01: a later time is none. */
    private static final long MOST_MILLIS = 7_258_118_400_000L;

    private static final JsonFactory JSON = new JsonFactory();

    private final List<Pointer> places;
    private final int timePlace;
    // How many steps of each place lead to where the parser is.
    private final int[] matched;
    private final double[] values;
    private long timeMillis;
    private Optional<String> problem = Optional.empty();

    /** A reader of these places, and of one that says the time. */
    PayloadReader(List<Pointer> values, Optional<Pointer> time) {
        places = new ArrayList<>(values);
        time.ifPresent(places::add);
        timePlace = time.isPresent() ? values.size() : -1;
        matched = new int[places.size()];
        this.values = new double[values.size()];
    }

    /**
     * Reads a payload.
     *
     * @throws UnreadableException if it has none of the values, or not its time
     */
    void read(byte[] payload) throws UnreadableException {
        for (int place = 0; place < places.size(); place++) {
            matched[place] = 0;
        }
        Arrays.fill(values, Double.NaN);
        timeMillis = Long.MIN_VALUE;
        problem = Optional.empty();
        try (JsonParser json = JSON.createParser(payload)) {
            if (json.nextToken() == null) {
                throw new UnreadableException("it is empty");
            }
            value(json, 0);
            if (json.nextToken() != null) {
                throw new UnreadableException("more follows its JSON value");
            }
        } catch (JsonProcessingException e) {
            throw new UnreadableException("it is no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UnreadableException("it is no JSON: " + e.getMessage());
        }
        check();
    }

    private void check() throws UnreadableException {
        boolean found = false;
        for (double value : values) {
            found |= !Double.isNaN(value);
        }
        if (!found) {
            throw new UnreadableException(problem.orElseGet(() -> "it has nothing at " + words()));
        }
        if (timePlace >= 0 && timeMillis == Long.MIN_VALUE) {
            throw new UnreadableException(problem.orElseGet(() -> "it has no time at " + places.get(timePlace)));
        }
    }

    private String words() {
        return String.join(
                " or ",
                places.subList(0, values.length).stream().map(Pointer::toString).toList());
    }

    /** The value at the nth place; NaN where there is none. */
    double value(int nth) {
        return values[nth];
    }

    /** The time that it says; {@link Long#MIN_VALUE} where it is not asked for. */
    long timeMillis() {
        return timeMillis;
    }

    /** What is wrong with one of the values, if others are fine. */
    Optional<String> problem() {
        return problem;
    }

    private void value(JsonParser json, int depth) throws IOException {
        switch (json.currentToken()) {
            case START_OBJECT -> object(json, depth);
            case START_ARRAY -> array(json, depth);
            default -> scalar(json, depth);
        }
    }

    private void object(JsonParser json, int depth) throws IOException {
        String name = json.nextFieldName();
        while (name != null) {
            json.nextToken();
            step(json, name, depth);
            name = json.nextFieldName();
        }
    }

    private void array(JsonParser json, int depth) throws IOException {
        int index = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            step(json, Integer.toString(index), depth);
            index++;
        }
    }

    private void step(JsonParser json, String name, int depth) throws IOException {
        boolean leads = false;
        for (int place = 0; place < matched.length; place++) {
            List<String> steps = places.get(place).steps();
            if (matched[place] == depth
                    && steps.size() > depth
                    && steps.get(depth).equals(name)) {
                matched[place] = depth + 1;
                leads = true;
            }
        }
        if (!leads) {
            json.skipChildren();
            return;
        }
        value(json, depth + 1);
        for (int place = 0; place < matched.length; place++) {
            matched[place] = Math.min(matched[place], depth);
        }
    }

    private void scalar(JsonParser json, int depth) throws IOException {
        for (int place = 0; place < matched.length; place++) {
            if (matched[place] == depth && places.get(place).steps().size() == depth) {
                if (place == timePlace) {
                    timeMillis = time(json);
                } else {
                    values[place] = number(json, place);
                }
            }
        }
    }

    private double number(JsonParser json, int place) throws IOException {
        double number = switch (json.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDoubleValue();
            case VALUE_TRUE -> 1;
            case VALUE_FALSE -> 0;
            case VALUE_STRING -> parsed(json.getText());
            default -> Double.NaN;
        };
        if (!Double.isFinite(number)) {
            String where = places.get(place).toString();
            problem = Optional.of((where.isEmpty() ? "it is" : "at " + where + " there is") + " no number: "
                    + shortened(json.getText()));
            return Double.NaN;
        }
        return number;
    }

    private static double parsed(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private long time(JsonParser json) throws IOException {
        try {
            long millis = json.currentToken() == JsonToken.VALUE_STRING
                    ? OffsetDateTime.parse(json.getText()).toInstant().toEpochMilli()
                    : json.getLongValue();
            if (millis >= 0 && millis <= MOST_MILLIS) {
                return millis;
            }
        } catch (DateTimeException | ArithmeticException | JsonProcessingException e) {
            // Reported below, with what was there.
        }
        problem = Optional.of("at " + places.get(timePlace)
                + " there are neither milliseconds nor a time with its zone: " + shortened(json.getText()));
        return Long.MIN_VALUE;
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
