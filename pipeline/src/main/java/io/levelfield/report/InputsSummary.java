package io.levelfield.report;

import io.levelfield.model.input.InputFile;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.quality.QualityFinding;
import io.levelfield.model.text.Language;
import io.levelfield.model.text.Message;
import io.levelfield.text.Texts;
import java.util.List;
import java.util.Optional;

/** What the inputs of a study came to, for the person who checks them. */
public final class InputsSummary {
  /** Of rejects for one reason, as many are shown. */
  private static final int EXAMPLES = 10;

  private static final int QUESTIONS = 20;

  private InputsSummary() {}

  /**
   * The summary, ending with a line break.
   *
   * @param questions to the schools
   * @param notes for readers of the results
   * @param refusal why a run would not take the inputs
   */
  public static String of(
      StudyData data,
      List<QualityFinding> questions,
      List<Message> notes,
      Optional<Message> refusal,
      Language language) {
    var texts = Texts.in(language);
    var out = new StringBuilder();
    for (InputFile file : data.files()) {
      String rows = RowsRead.accounts(List.of(file), texts);
      line(out, texts.say("check.file", file.role(), file.path(), rows, file.dialect()));
    }
    RowsRead.rejects(data.rejects(), EXAMPLES, texts).forEach(reject -> line(out, reject));
    questions(questions, texts, out);
    notes.forEach(note -> line(out, texts.get("summary.warning", texts.of(note))));
    line(
        out,
        texts.say(
            "check.total", data.schools().size(), data.tallies().size(), data.passports().size()));
    line(out, texts.get("check.nothing-written"));
    refusal.ifPresent(why -> line(out, texts.get("check.refused", texts.of(why))));
    return out.toString();
  }

  private static void questions(List<QualityFinding> findings, Texts texts, StringBuilder out) {
    int all = findings.size();
    for (QualityFinding finding : findings.subList(0, Math.min(QUESTIONS, all))) {
      line(out, texts.get("check.question", finding.schoolId(), texts.question(finding)));
    }
    if (all > QUESTIONS) {
      line(out, "  " + texts.say("rejects.more", all - QUESTIONS));
    }
  }

  private static void line(StringBuilder out, String text) {
    out.append(text).append('\n');
  }
}
