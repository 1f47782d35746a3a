package io.levelfield.report;

import io.levelfield.model.input.InputFile;
import io.levelfield.model.input.Reject;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.text.Language;
import io.levelfield.model.text.Message;
import io.levelfield.text.Texts;
import java.util.Optional;

/** What the inputs of a study came to, for the person who checks them. */
public final class InputsSummary {
  private InputsSummary() {}

  /**
   * The summary, ending with a line break.
   *
   * @param refusal why a run would not take the inputs
   */
  public static String of(StudyData data, Optional<Message> refusal, Language language) {
    var texts = Texts.in(language);
    var out = new StringBuilder();
    for (InputFile file : data.files()) {
      line(
          out,
          texts.say(
              "check.file",
              file.role(),
              file.path(),
              file.rows(),
              file.rejected(),
              file.dialect()));
    }
    data.rejects().forEach(reject -> line(out, reject(reject, texts)));
    data.notes().forEach(note -> line(out, texts.get("summary.warning", texts.of(note))));
    line(
        out,
        texts.say(
            "check.total", data.schools().size(), data.tallies().size(), data.passports().size()));
    refusal.ifPresent(why -> line(out, texts.get("check.refused", texts.of(why))));
    return out.toString();
  }

  /** A rejected row in a line. */
  static String reject(Reject reject, Texts texts) {
    String where = reject.file() + ":" + reject.line();
    String reason = texts.of(reject.reason());
    return reject.column().isEmpty()
        ? texts.get("check.reject-row", where, reason)
        : texts.get("check.reject", where, reject.column(), reject.value(), reason);
  }

  private static void line(StringBuilder out, String text) {
    out.append(text).append('\n');
  }
}
