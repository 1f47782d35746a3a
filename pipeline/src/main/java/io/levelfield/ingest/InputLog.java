package io.levelfield.ingest;

import io.levelfield.model.InputFile;
import io.levelfield.model.InputsRefused;
import io.levelfield.model.Reject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Keeps account of what was read and refused, file by file, and stops a run that refuses much. */
final class InputLog {
  private final double maxRejects;
  private final List<InputFile> files = new ArrayList<>();
  private final List<Reject> rejects = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  InputLog(double maxRejects) {
    this.maxRejects = maxRejects;
  }

  void note(String note) {
    notes.add(note);
  }

  /**
   * Records one input: the files of one path of the study.
   *
   * @param path the YAML path of the input, for messages
   * @throws InputsRefused if it has no rows, or more rejects than the study tolerates
   */
  void record(String path, String role, Collection<CsvFile> read, Collection<List<PartLog>> logs) {
    long rows = 0;
    long rejected = 0;
    Map<String, String> seen = new HashMap<>();
    List<Reject> ofInput = new ArrayList<>();
    var logOf = logs.iterator();
    for (CsvFile file : read) {
      String twin = seen.put(file.survey().sha256(), file.name());
      if (twin != null) {
        throw new InputsRefused(
            path + ": " + file.name() + " and " + twin + " are the same to the byte; keep one");
      }
      long fileRows = 0;
      long fileRejected = 0;
      for (PartLog part : logOf.next()) {
        fileRows += part.rows();
        fileRejected += part.rejected();
        ofInput.addAll(part.rejects());
      }
      rows += fileRows;
      rejected += fileRejected;
      files.add(
          new InputFile(
              role,
              file.name(),
              file.survey().sha256(),
              file.survey().bytes(),
              fileRows,
              fileRejected,
              file.format().describe()));
      if (file.charsetGuessed()) {
        notes.add(file.name() + " is not UTF-8 and was read as windows-1251");
      }
      if (fileRows == 0) {
        throw new InputsRefused(
            path + ": " + file.name() + " has a header but no rows; is the export complete?");
      }
    }
    refuseTooManyRejects(path, rows, rejected, ofInput);
    rejects.addAll(ofInput);
  }

  private void refuseTooManyRejects(String path, long rows, long rejected, List<Reject> ofInput) {
    if (rejected <= maxRejects * rows) {
      return;
    }
    StringBuilder message =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%s: %d of %d rows rejected, more than max_rejects %s allows:",
                path,
                rejected,
                rows,
                maxRejects));
    ofInput.stream()
        .sorted()
        .limit(5)
        .forEach(
            reject ->
                message
                    .append("\n  ")
                    .append(reject.file())
                    .append(", line ")
                    .append(reject.line())
                    .append(reject.column().isEmpty() ? "" : ", column " + reject.column())
                    .append(reject.column().isEmpty() ? "" : ", value '" + reject.value() + "'")
                    .append(": ")
                    .append(reject.reason()));
    if (rejected > 5) {
      message.append("\n  … and ").append(rejected - 5).append(" more");
    }
    throw new InputsRefused(
        message.append("\nCorrect the file, or raise max_rejects if that many may go.").toString());
  }

  List<InputFile> files() {
    return files;
  }

  List<Reject> rejects() {
    return rejects.stream().sorted().toList();
  }

  List<String> notes() {
    return notes;
  }
}
