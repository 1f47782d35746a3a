package io.levelfield.model.input;

/**
 * A file that was read, for the manifest.
 *
 * @param role {@code schools}, {@code results}, {@code context} or {@code minimums}
 * @param path the path as the study names it, globs expanded
 * @param sha256 hash of the file's bytes, lower-case hexadecimal
 * @param bytes size in bytes
 * @param rows data rows read, the header aside
 * @param rejected rows refused
 * @param leftOut rows that the study does not take, as its {@code where} says
 * @param dialect charset, delimiter and decimal mark it was read with
 */
public record InputFile(
    String role,
    String path,
    String sha256,
    long bytes,
    long rows,
    long rejected,
    long leftOut,
    String dialect) {}
