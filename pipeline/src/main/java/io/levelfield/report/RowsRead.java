package io.levelfield.report;

import io.levelfield.model.input.InputFile;
import io.levelfield.model.input.Reject;
import io.levelfield.model.input.RejectGroup;
import io.levelfield.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** What became of the rows of the inputs, in words. */
final class RowsRead {
  private RowsRead() {}

  /** The accounts of the rows of these files, which add up to those read. */
  static String accounts(List<InputFile> files, Texts texts) {
    List<String> accounts = new ArrayList<>();
    accounts.add(
        texts.say("rows.counted", sum(files, InputFile::rows), sum(files, InputFile::counted)));
    add(accounts, "rows.incomplete", sum(files, InputFile::incomplete), texts);
    add(accounts, "rows.nothing", sum(files, InputFile::notTaken), texts);
    add(accounts, "rows.rejected", sum(files, InputFile::rejected), texts);
    add(accounts, "rows.repeated", sum(files, InputFile::repeated), texts);
    add(accounts, "rows.unknown", sum(files, InputFile::unknownSchool), texts);
    add(accounts, "rows.totals", sum(files, InputFile::totals), texts);
    add(accounts, "rows.left-out", sum(files, InputFile::leftOut), texts);
    return String.join(", ", accounts);
  }

  private static long sum(List<InputFile> files, ToLongFunction<InputFile> rows) {
    return files.stream().mapToLong(rows).sum();
  }

  private static void add(List<String> accounts, String key, long rows, Texts texts) {
    if (rows > 0) {
      accounts.add(texts.say(key, rows));
    }
  }

  /**
   * Rejects grouped by column and reason, in a line each.
   *
   * @param examples of a group at most
   */
  static List<String> rejects(List<Reject> rejects, int examples, Texts texts) {
    List<String> lines = new ArrayList<>();
    for (RejectGroup group : RejectGroup.of(rejects)) {
      int all = group.rejects().size();
      List<Reject> shown = group.examples(examples);
      for (Reject reject : shown) {
        String line = reject(reject, texts);
        boolean first = reject.equals(group.example());
        lines.add(first && all > 1 ? texts.say("rejects.group", all, line) : line);
      }
      if (examples > 1 && all > shown.size()) {
        lines.add("  " + texts.say("rejects.more", all - shown.size()));
      }
    }
    return lines;
  }

  /** A reject in a line. */
  private static String reject(Reject reject, Texts texts) {
    if (!reject.sheet().isEmpty()) {
      return texts.of(reject.told());
    }
    String where = reject.file() + ":" + reject.line();
    String reason = texts.of(reject.reason());
    return reject.column().isEmpty()
        ? texts.get("check.reject-row", where, reason)
        : texts.get("check.reject", where, reject.column(), reject.value(), reason);
  }
}
