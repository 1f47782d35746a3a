package io.levelfield.model.support;

import io.levelfield.model.input.DiagnosticAnswers;

/**
 * A topic in a school: a cell of the matrix of difficulties.
 *
 * @param share of the answers that tell of a difficulty
 * @param difficult whether it is one of the school's
 */
public record Difficulty(DiagnosticAnswers answers, ShareInterval share, boolean difficult) {}
