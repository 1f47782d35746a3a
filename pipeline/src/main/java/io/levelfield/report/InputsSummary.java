package io.levelfield.report;

import io.levelfield.model.Findings;
import io.levelfield.model.input.InputFile;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.quality.Quality;
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
   * @param findings of a run without its groups, where it takes the inputs
   * @param refusal why a run would not take the inputs
   */
  public static String of(
      StudyData data, Optional<Findings> findings, Optional<Message> refusal, Language language) {
    var texts = Texts.in(language);
    var out = new StringBuilder();
    for (InputFile file : data.files()) {
      String rows = RowsRead.accounts(List.of(file), texts);
      line(out, texts.say("check.file", file.role(), file.path(), rows, file.dialect()));
    }
    RowsRead.rejects(data.rejects(), EXAMPLES, texts).forEach(reject -> line(out, reject));
    findings.map(Findings::quality).ifPresent(quality -> questions(quality, texts, out));
    List<Message> notes = findings.map(Findings::warnings).orElse(data.notes());
    notes.forEach(note -> line(out, texts.get("summary.warning", texts.of(note))));
    line(
        out,
        texts.say(
            "check.total", data.schools().size(), data.tallies().size(), data.passports().size()));
    refusal.ifPresent(why -> line(out, texts.get("check.refused", texts.of(why))));
    return out.toString();
  }

  private static void questions(Quality quality, Texts texts, StringBuilder out) {
    int all = quality.findings().size();
    for (QualityFinding finding : quality.findings().subList(0, Math.min(QUESTIONS, all))) {
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
