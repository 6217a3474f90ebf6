package dev.firn.preprocessor.people;

import dev.firn.preprocessor.Advice;
import dev.firn.preprocessor.Preprocessor;
import dev.firn.preprocessor.settings.SettingsFile;
import dev.firn.telemetry.Reading;
import dev.firn.telemetry.SeriesId;
import java.util.ArrayList;
import java.util.List;

/** Runs the preprocessor with settings in JSON and keeps what it says. */
final class Collected implements Preprocessor.Output {

    final List<Reading> readings = new ArrayList<>();
    final List<Advice> advice = new ArrayList<>();
    private final Preprocessor preprocessor;

    Collected(String settings) {
        PeopleManagement program = new PeopleManagement();
        preprocessor = program.start(SettingsFile.read("people.json", settings, program::settings));
    }

    Collected take(Reading reading) {
        preprocessor.accept(reading, this);
        return this;
    }

    Collected advanceTo(long millis) {
        preprocessor.advanceTo(millis, this);
        return this;
    }

    Collected drain() {
        preprocessor.drain(this);
        return this;
    }

    /** The latest reading of this series. */
    Reading last(String series) {
        return all(series).getLast();
    }

    List<Reading> all(String series) {
        return readings.stream()
                .filter(reading -> reading.series().toString().equals(series))
                .toList();
    }

    Advice lastAdvice(String about) {
        return advice.stream()
                .filter(said -> said.about().equals(about))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    List<String> series() {
        return readings.stream()
                .map(Reading::series)
                .map(SeriesId::toString)
                .distinct()
                .toList();
    }

    @Override
    public void derived(Reading reading) {
        readings.add(reading);
    }

    @Override
    public void advice(Advice said) {
        advice.add(said);
    }
}
