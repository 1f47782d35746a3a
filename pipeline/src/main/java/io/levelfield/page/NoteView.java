package io.levelfield.page;

/**
 * What the template of the note shows.
 *
 * @param indicators of the programme as a table
 * @param style of papers of the office
 */
public record NoteView(
    Words words,
    RunFacts run,
    Overview overview,
    Note note,
    GroupsPart groups,
    ListsPart lists,
    SupportPart support,
    Grid indicators,
    String style) {}
