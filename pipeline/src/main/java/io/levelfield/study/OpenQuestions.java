package io.levelfield.study;

import io.levelfield.model.text.Language;
import io.levelfield.model.text.Message;
import io.levelfield.text.FileFault;
import io.levelfield.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Questions of a drafted study that still stand in it: lines with the marker of {@code init}, in
 * any language.
 */
public final class OpenQuestions {
  private static final Pattern MARKER =
      Pattern.compile(
          Stream.of(Language.values())
              .map(language -> Texts.in(language).get("draft.marker"))
              .map(Pattern::quote)
              .collect(Collectors.joining("|", "(?:^|\\s)(?:", ")")));

  private OpenQuestions() {}

  /**
   * A note that names the lines of the questions.
   *
   * @return empty where nothing is asked
   * @throws StudyProblem if the file cannot be read
   */
  public static Optional<Message> in(Path study) {
    List<String> lines;
    try {
      lines = Files.readAllLines(study);
    } catch (IOException e) {
      throw new StudyProblem("", Message.of("study.unreadable", study.toString(), FileFault.of(e)));
    }
    List<String> asked =
        IntStream.range(0, lines.size())
            .filter(i -> MARKER.matcher(lines.get(i)).find())
            .mapToObj(i -> Integer.toString(i + 1))
            .toList();
    return asked.isEmpty()
        ? Optional.empty()
        : Optional.of(Message.of("study.unanswered", asked.size(), String.join(", ", asked)));
  }
}
