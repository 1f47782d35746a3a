package io.levelfield.report;

import io.levelfield.model.text.Language;
import io.levelfield.model.variation.ListChange;
import io.levelfield.model.variation.RankChange;
import io.levelfield.model.variation.Variation;
import io.levelfield.model.variation.Variations;
import io.levelfield.text.Texts;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;

/** What other settings change, for the console. */
public final class VariationText {
  /** Schools named at most; the tables have all of them. */
  private static final int NAMED = 10;

  private final Texts texts;
  private final SchoolNames names;

  private VariationText(Texts texts, SchoolNames names) {
    this.texts = texts;
    this.names = names;
  }

  /** A paragraph for each combination of settings. */
  public static String of(Variations variations, Language language) {
    var text = new VariationText(Texts.in(language), SchoolNames.of(variations.schools()));
    return variations.variations().stream().map(text::told).collect(Collectors.joining("\n"));
  }

  private String told(Variation variation) {
    StringBuilder told = new StringBuilder(variation.name()).append('\n');
    variation.lists().forEach(list -> line(told, told(list)));
    variation
        .groupAgreement()
        .ifPresent(
            agreement -> line(told, texts.say("vary.groups", variation.groups(), agreement)));
    if (!variation.ranks().isEmpty()) {
      String largest =
          variation.ranks().stream()
              .sorted(Comparator.comparingDouble(RankChange::places).reversed())
              .limit(NAMED)
              .map(
                  change ->
                      texts.say(
                          "vary.rank",
                          names.told(change.schoolId()),
                          change.before(),
                          change.after()))
              .collect(Collectors.joining("; "));
      line(told, texts.say("vary.ranks", variation.ranks().size(), largest));
    }
    return told.toString();
  }

  private String told(ListChange list) {
    String label = texts.label(list.label());
    return list.entered().isEmpty() && list.left().isEmpty()
        ? texts.say("vary.same", label, list.listed())
        : texts.say("vary.changed", label, list.listed(), list.before())
            + told("vary.entered", list.entered())
            + told("vary.left", list.left());
  }

  private String told(String key, Set<String> schools) {
    if (schools.isEmpty()) {
      return "";
    }
    String named = schools.stream().limit(NAMED).map(names::told).collect(Collectors.joining(", "));
    int more = schools.size() - NAMED;
    return "; " + texts.say(key, named) + (more > 0 ? texts.say("vary.more", more) : "");
  }

  private static void line(StringBuilder told, String line) {
    told.append("  ").append(line).append('\n');
  }
}
