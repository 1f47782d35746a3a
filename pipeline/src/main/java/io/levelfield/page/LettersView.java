package io.levelfield.page;

import java.util.List;

/**
 * What the template of the letters shows.
 *
 * @param style of papers of the office
 */
public record LettersView(Words words, List<Letter> letters, String style) {}
