package dev.firn.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with one file. */
final class Problems {

    private final String file;
    private final List<Problem> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void add(int line, String key, String value, String reason, String cure) {
        found.add(new Problem(file, line, key, value, reason, cure));
    }

    void add(Problem problem) {
        found.add(problem);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<Problem> inOrderOfLines() {
        return found.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
    }
}
