package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.levelfield.model.input.FileAddress;
import io.levelfield.model.text.Message;
import java.util.Optional;
import java.util.OptionalInt;

/** What a run writes besides its tables. */
public record OutputSettings(
    @JsonPropertyDescription(
            "Whether to write report.html, the page for people who look and do not compute (default"
                + " true).")
        Boolean html,
    @JsonPropertyDescription(
            "Whether to write note.html, the analytical note for the head, and letters.html, a letter"
                + " to each school that needs help or is asked about its data; a word processor opens"
                + " both (default true).")
        Boolean office,
    @JsonPropertyDescription(
            "Where schools answer a letter: person, telephone, address, as it stands in letters.html"
                + " (default: a line to be filled in).")
        Optional<String> replyTo,
    @JsonPropertyDescription(
            "Whether to write report.xlsx, a workbook that begins with who needs help and has a"
                + " sheet per table (default true).")
        Boolean xlsx,
    @JsonPropertyDescription(
            "contract (default) writes csv/ only; excel-ru also writes csv-excel/, the same tables"
                + " for a double click in a Russian Excel (semicolon, decimal comma, headings and codes"
                + " of the contract in words, digits as people read them).")
        Csv csv,
    @JsonPropertyDescription(
            "Runs of the output directory that are kept, the new one included; older ones are removed"
                + " once it is published (default: all). In a database (jdbc) as many runs of the"
                + " study stay.")
        OptionalInt keep,
    @JsonPropertyDescription(
            "Whether .cache/ in the output directory keeps what files of pupils' results came to, so"
                + " that the next run folds only new and changed ones (default true). Inputs below 16"
                + " MB are not kept. Tables are the same with and without it.")
        Boolean cache,
    @JsonProperty("public")
        @JsonPropertyDescription(
            "Tables for everyone, in public/, after disclosure control; without it there are none:"
                + " what has been published cannot be taken back, so it is decided, never a"
                + " by-product. {} takes the defaults.")
        Optional<PublicSettings> publicTables,
    @JsonPropertyDescription(
            "Address of a directory that gets a copy of each run once it is published, with a file"
                + " latest that names the newest: hdfs://HOST/DIR, or another file system that Hadoop"
                + " knows (default: none). As many runs stay there as keep says.")
        Optional<String> copyTo,
    @JsonPropertyDescription(
            "A PostgreSQL database into which the tables of each run are loaded once it is published"
                + " (default: none).")
        Optional<JdbcSettings> jdbc) {

  /** Which CSV files. */
  public enum Csv {
    @JsonProperty("contract")
    CONTRACT("contract"),
    @JsonProperty("excel-ru")
    EXCEL_RU("excel-ru");

    private final String code;

    Csv(String code) {
      this.code = code;
    }

    @Override
    public String toString() {
      return code;
    }
  }

  public OutputSettings {
    html = html == null || html;
    office = office == null || office;
    xlsx = xlsx == null || xlsx;
    cache = cache == null || cache;
    csv = csv == null ? Csv.CONTRACT : csv;
    if (keep.isPresent()) {
      SettingChecks.atLeast("keep", 1, keep.getAsInt(), 1);
    }
    if (copyTo.filter(to -> !FileAddress.is(to) || FileAddress.holdsPassword(to)).isPresent()) {
      throw new StudyProblem("copy_to", Message.of("study.copy-to"));
    }
  }

  public static OutputSettings defaults() {
    return new OutputSettings(
        null,
        null,
        Optional.empty(),
        null,
        null,
        OptionalInt.empty(),
        null,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * The same with copies at another address.
   *
   * @throws StudyProblem if it is none
   */
  public OutputSettings withCopyTo(String address) {
    return new OutputSettings(
        html, office, replyTo, xlsx, csv, keep, cache, publicTables, Optional.of(address), jdbc);
  }

  /** The same with another database. */
  public OutputSettings with(JdbcSettings database) {
    return new OutputSettings(
        html, office, replyTo, xlsx, csv, keep, cache, publicTables, copyTo, Optional.of(database));
  }
}
