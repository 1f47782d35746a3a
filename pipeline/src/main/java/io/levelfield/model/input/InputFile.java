package io.levelfield.model.input;

/**
 * A file that was read, for the manifest. There is none whose accounts do not add up to the rows
 * read, so no run is published that lost a row.
 *
 * @param role {@code schools}, {@code results}, {@code context} or {@code minimums}
 * @param path the path as the study names it, globs expanded
 * @param sha256 hash of the file's bytes, lower-case hexadecimal
 * @param bytes size in bytes
 * @param rows data rows read, the header aside
 * @param accounted rows that ended in one of the accounts below: as many as were read
 * @param counted rows that say something of a school
 * @param incomplete of these, rows that lost a cell or a result that cannot be read
 * @param rejected rows that cannot be read or contradict others
 * @param repeated rows that say what another row says
 * @param unknownSchool rows of schools that are not known
 * @param totals rows of several schools together
 * @param notTaken rows that say nothing, as when nobody took the examination
 * @param leftOut rows that the study does not take, as its {@code where} says
 * @param dialect charset, delimiter and decimal mark it was read with
 */
public record InputFile(
    String role,
    String path,
    String sha256,
    long bytes,
    long rows,
    long accounted,
    long counted,
    long incomplete,
    long rejected,
    long repeated,
    long unknownSchool,
    long totals,
    long notTaken,
    long leftOut,
    String dialect) {

  public InputFile {
    long inAccounts = counted + rejected + repeated + unknownSchool + totals + notTaken + leftOut;
    if (accounted != rows || inAccounts != rows) {
      throw new IllegalStateException(
          "%d rows of %s were read, but %d are accounted for: %d counted, %d rejected, %d repeated, %d of an unknown school, %d totals, %d not taken, %d left out"
              .formatted(
                  rows,
                  path,
                  Math.min(accounted, inAccounts),
                  counted,
                  rejected,
                  repeated,
                  unknownSchool,
                  totals,
                  notTaken,
                  leftOut));
    }
  }

  /**
   * A file with the accounts of its rows.
   *
   * @throws IllegalStateException if they do not add up to the rows read
   */
  public static InputFile of(
      String role, String path, String sha256, long bytes, RowCounts counts, String dialect) {
    return new InputFile(
        role,
        path,
        sha256,
        bytes,
        counts.rows(),
        counts.accounted(),
        counts.of(RowAccount.COUNTED),
        counts.incomplete(),
        counts.of(RowAccount.REJECTED),
        counts.of(RowAccount.REPEATED),
        counts.of(RowAccount.UNKNOWN_SCHOOL),
        counts.of(RowAccount.TOTAL),
        counts.of(RowAccount.NOT_TAKEN),
        counts.of(RowAccount.LEFT_OUT),
        dialect);
  }
}
