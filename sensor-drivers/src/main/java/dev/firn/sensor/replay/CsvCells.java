package dev.firn.sensor.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cells of one line of CSV (RFC 4180, without line breaks in cells), blanks around them left out. */
final class CsvCells {

    private final String line;
    private int at;

    private CsvCells(String line) {
        this.line = line;
    }

    /** The cells, at least one; empty if a quote is not closed, or something but a comma follows it. */
    static Optional<List<String>> split(String line) {
        return new CsvCells(line).cells();
    }

    private Optional<List<String>> cells() {
        List<String> cells = new ArrayList<>(2);
        do {
            skipBlanks();
            Optional<String> cell = isAt('"') ? quoted() : Optional.of(plain());
            if (cell.isEmpty()) {
                return Optional.empty();
            }
            cells.add(cell.get());
        } while (skip(','));
        return Optional.of(cells);
    }

    private String plain() {
        int comma = line.indexOf(',', at);
        int end = comma < 0 ? line.length() : comma;
        String cell = line.substring(at, end).stripTrailing();
        at = end;
        return cell;
    }

    private Optional<String> quoted() {
        StringBuilder cell = new StringBuilder();
        do {
            int close = line.indexOf('"', at + 1);
            if (close < 0) {
                return Optional.empty();
            }
            // A quote within the cell is written twice.
            cell.append(line, cell.isEmpty() ? at + 1 : at, close);
            at = close + 1;
        } while (isAt('"'));
        skipBlanks();
        return at == line.length() || isAt(',') ? Optional.of(cell.toString().strip()) : Optional.empty();
    }

    private void skipBlanks() {
        while (isAt(' ') || isAt('\t')) {
            at++;
        }
    }

    private boolean skip(char expected) {
        boolean there = isAt(expected);
        at += there ? 1 : 0;
        return there;
    }

    private boolean isAt(char expected) {
        return at < line.length() && line.charAt(at) == expected;
    }
}
