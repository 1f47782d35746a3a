package io.levelfield.explain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.levelfield.model.text.Message;
import io.levelfield.report.RunProblem;
import io.levelfield.study.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Finds the school that a person asks for, by its code or by a part of its name. */
final class SchoolAsked {
  private static final int NAMED = 20;
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private SchoolAsked() {}

  /**
   * The code of the school. What holds a letter may be a part of a name: case, ё, quotes and other
   * marks tell none apart, and a part that ends with a word is sooner meant than one within it.
   *
   * @param schools rows of the table of schools
   * @throws RunProblem if no school is meant, or several may be
   */
  static String id(Collection<ObjectNode> schools, String asked) {
    List<String> codes = schools.stream().map(SchoolAsked::code).toList();
    if (codes.contains(asked)) {
      return asked;
    }
    List<ObjectNode> meant = meant(schools, asked);
    if (meant.size() == 1) {
      return code(meant.get(0));
    }
    if (meant.isEmpty()) {
      throw new RunProblem(
          Nearest.to(asked, codes)
              .map(nearest -> Message.of("run.no-school-but", asked, nearest))
              .orElse(Message.of("run.no-school", asked)));
    }
    throw new RunProblem(Message.of("run.several-schools", asked, meant.size(), listed(meant)));
  }

  private static List<ObjectNode> meant(Collection<ObjectNode> schools, String asked) {
    String words = words(asked);
    if (words.codePoints().noneMatch(Character::isLetter)) {
      return List.of();
    }
    List<Predicate<String>> ways =
        List.of(
            name -> name.equals(words),
            name -> (" " + name + " ").contains(" " + words + " "),
            name -> name.contains(words));
    for (Predicate<String> way : ways) {
      List<ObjectNode> meant =
          schools.stream()
              .filter(school -> way.test(words(school.path("name").asText(""))))
              .toList();
      if (!meant.isEmpty()) {
        return meant;
      }
    }
    return List.of();
  }

  private static Message listed(List<ObjectNode> schools) {
    List<String> lines = new ArrayList<>();
    schools.stream()
        .limit(NAMED)
        .forEach(school -> lines.add("  " + code(school) + "  " + school.path("name").asText()));
    Message list = Message.of("run.schools-listed", String.join("\n", lines));
    int more = schools.size() - NAMED;
    return more > 0 ? Message.of("then", list, Message.of("run.schools-more", more)) : list;
  }

  private static String code(ObjectNode school) {
    return school.path("school_id").asText();
  }

  private static String words(String text) {
    String lower = text.toLowerCase(Locale.ROOT).replace('ё', 'е');
    return NO_WORD.matcher(lower).replaceAll(" ").strip();
  }
}
