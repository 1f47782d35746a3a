package io.levelfield.page;

/**
 * What the template shows.
 *
 * @param data what the page's programs draw from, as JSON that may stand in a script element
 */
public record PageView(
    Words words,
    RunFacts run,
    Overview overview,
    GroupsPart groups,
    ListsPart lists,
    SupportPart support,
    QualityPart quality,
    String data,
    Assets assets) {}
