package io.levelfield.report;

import io.levelfield.model.identify.Identification;
import io.levelfield.model.identify.Identification.Strength;
import io.levelfield.model.identify.Label;
import io.levelfield.model.identify.Labels;
import io.levelfield.model.identify.NeedOfHelp;
import io.levelfield.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The schools that need help first, by name and with the reason, for the console. */
final class HelpSummary {
  private static final int SHOWN = 10;

  private final Texts texts;
  private final SchoolNames names;

  private HelpSummary(Texts texts, SchoolNames names) {
    this.texts = texts;
    this.names = names;
  }

  /** The lines of the list. */
  static List<String> of(Labels labels, SchoolNames names, Texts texts) {
    return new HelpSummary(texts, names).lines(labels);
  }

  private List<String> lines(Labels labels) {
    List<Label> unknown =
        NeedOfHelp.ROOTS.stream().filter(label -> !labels.judged().containsKey(label)).toList();
    if (unknown.equals(NeedOfHelp.ROOTS)) {
      return List.of(texts.get("help.unknown"));
    }
    List<NeedOfHelp> help = labels.help();
    List<String> lines = new ArrayList<>();
    lines.add(
        help.isEmpty()
            ? texts.get("help.none")
            : texts.say(
                "help.first", help.size(), help.stream().filter(HelpSummary::weak).count()));
    if (!unknown.isEmpty()) {
      String what = unknown.stream().map(texts::need).collect(Collectors.joining(", "));
      lines.add("  " + texts.say("help.not-judged", what));
    }
    help.stream().limit(SHOWN).flatMap(this::school).forEach(lines::add);
    if (help.size() > SHOWN) {
      lines.add("  " + texts.say("help.more", help.size() - SHOWN));
    }
    return lines;
  }

  private static boolean weak(NeedOfHelp need) {
    return need.grounds().stream().allMatch(g -> g.strength().equals(Optional.of(Strength.WEAK)));
  }

  private Stream<String> school(NeedOfHelp need) {
    String place = "%4d. ".formatted(need.rank());
    String grounds = need.grounds().stream().map(this::ground).collect(Collectors.joining(", "));
    List<String> facts = new ArrayList<>();
    need.grounds().stream()
        .flatMap(ground -> ground.reasons().stream().limit(1))
        .distinct()
        .forEach(reason -> facts.add(texts.of(reason)));
    need.result()
        .ifPresent(
            result ->
                facts.add(
                    texts.say(need.smoothed() ? "help.result" : "help.result-plain", result)));
    return Stream.of(
        place + names.told(need.schoolId()) + ": " + grounds,
        " ".repeat(place.length()) + String.join("; ", facts));
  }

  private String ground(Identification ground) {
    return ground
        .strength()
        .map(own -> texts.need(ground.label(), own, ground.probability().orElseThrow()))
        .orElseGet(() -> texts.need(ground.label()));
  }
}
