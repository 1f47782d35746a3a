package io.levelfield.report;

import io.levelfield.model.input.InputFile;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.quality.QualityFinding;
import io.levelfield.model.text.Language;
import io.levelfield.model.text.Message;
import io.levelfield.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the inputs of a study came to, for the person who checks them. */
public final class InputsSummary {
  /** Of rejects for one reason, as many are shown. */
  private static final int EXAMPLES = 10;

  private static final int QUESTIONS = 20;

  /** Of one role, as many files are told one by one. */
  private static final int FILES = 20;

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
    files(data.files(), texts, out);
    RowsRead.rejects(data.rejects(), EXAMPLES, texts).forEach(reject -> line(out, reject));
    questions(questions, texts, out);
    notes.forEach(note -> line(out, texts.get("summary.warning", texts.of(note))));
    line(
        out,
        texts.say(
            "check.total", data.schools().size(), data.tallies().size(), data.passports().size()));
    line(
        out,
        refusal
            .map(why -> texts.get("check.refused", texts.of(why)))
            .orElseGet(() -> texts.get("check.nothing-written")));
    return out.toString();
  }

  /** Files one by one, but the many of one role, such as forms of schools, together. */
  private static void files(List<InputFile> files, Texts texts, StringBuilder out) {
    Map<String, List<InputFile>> byRole = new LinkedHashMap<>();
    files.forEach(file -> byRole.computeIfAbsent(file.role(), r -> new ArrayList<>()).add(file));
    byRole.forEach(
        (role, own) -> {
          if (own.size() > FILES) {
            line(
                out,
                texts.say(
                    "check.files",
                    role,
                    own.size(),
                    own.get(0).path(),
                    own.get(own.size() - 1).path(),
                    RowsRead.accounts(own, texts)));
            return;
          }
          for (InputFile file : own) {
            String rows = RowsRead.accounts(List.of(file), texts);
            line(out, texts.say("check.file", role, file.path(), rows, file.dialect()));
          }
        });
  }

  private static void questions(List<QualityFinding> findings, Texts texts, StringBuilder out) {
    int all = findings.size();
    List<QualityFinding> ordered = new ArrayList<>(findings);
    ordered.sort(
        Comparator.comparing(finding -> !ofData(finding))); // what all hangs on comes first
    for (QualityFinding finding : ordered.subList(0, Math.min(QUESTIONS, all))) {
      String question = texts.question(finding);
      line(
          out,
          ofData(finding)
              ? texts.get("check.question-of-data", question)
              : texts.get("check.question", finding.schoolId(), question));
    }
    if (all > QUESTIONS) {
      line(out, "  " + texts.say("rejects.more", all - QUESTIONS));
    }
  }

  private static boolean ofData(QualityFinding finding) {
    return finding.schoolId().equals(QualityFinding.SEVERAL);
  }

  private static void line(StringBuilder out, String text) {
    out.append(text).append('\n');
  }
}
