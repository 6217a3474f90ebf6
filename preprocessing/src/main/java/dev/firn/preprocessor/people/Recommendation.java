package dev.firn.preprocessor.people;

/**
 * The one thing that somebody should do about an area.
 *
 * @param action which kind of thing
 * @param text the same in plain words: a sentence
 */
record Recommendation(Action action, String text) {}
