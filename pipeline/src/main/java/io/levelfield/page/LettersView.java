package io.levelfield.page;

import java.util.List;

/**
 * What the template of the letters shows.
 *
 * @param replyTo where schools answer, or a line to write it on
 * @param style of papers of the office
 */
public record LettersView(Words words, List<Letter> letters, String replyTo, String style) {}
