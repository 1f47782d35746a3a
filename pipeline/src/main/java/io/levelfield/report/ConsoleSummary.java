package io.levelfield.report;

import io.levelfield.model.Findings;
import io.levelfield.model.SchoolYear;
import io.levelfield.model.cluster.ClusterCentre;
import io.levelfield.model.cluster.Grouping;
import io.levelfield.model.cluster.Neighbourhood;
import io.levelfield.model.context.ContextModel;
import io.levelfield.model.context.ContextScore;
import io.levelfield.model.identify.GroupContradiction;
import io.levelfield.model.identify.Identification;
import io.levelfield.model.identify.Identification.Strength;
import io.levelfield.model.identify.Label;
import io.levelfield.model.input.Reject;
import io.levelfield.model.quality.QualityFinding;
import io.levelfield.model.text.Language;
import io.levelfield.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a run came to, in a few lines for the person who started it. */
public final class ConsoleSummary {
  private static final int SHOWN = 3;

  private final Findings findings;
  private final Texts texts;
  private final SchoolNames names;
  private final StringBuilder out = new StringBuilder();

  private ConsoleSummary(Findings findings, Language language) {
    this.findings = findings;
    this.texts = Texts.in(language);
    this.names = SchoolNames.of(findings.data().schools());
  }

  /** The summary, ending with a line break. */
  public static String of(Findings findings, Language language) {
    var summary = new ConsoleSummary(findings, language);
    summary.counts();
    summary.index();
    summary.groups();
    summary.similar();
    summary.labels();
    summary.quality();
    summary.rejects();
    summary.warnings();
    HelpSummary.of(findings.labels(), summary.names, summary.texts).forEach(summary::line);
    SupportSummary.of(findings.support(), findings.outcomes().year(), summary.names, summary.texts)
        .forEach(summary::line);
    return summary.out.toString();
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private void counts() {
    line(
        texts.get(
            "summary.counts",
            String.valueOf(findings.data().schools().size()),
            String.valueOf(findings.data().tallies().size()),
            String.valueOf(findings.data().passports().size()),
            String.valueOf(findings.year())));
  }

  private void index() {
    List<ContextScore> current = findings.context().current();
    if (current.isEmpty()) {
      return;
    }
    int year = SchoolYear.usual(current.stream().map(ContextScore::year)).orElseThrow();
    long usual = current.stream().filter(score -> score.year() == year).count();
    line(
        texts.say(
            "summary.index",
            current.size(),
            findings.data().schools().size(),
            String.valueOf(year),
            current.size() - usual));
    for (ContextModel model : findings.context().index().models()) {
      StringBuilder facts = new StringBuilder();
      append(facts, "summary.eigenvalue", model.eigenvalue());
      append(facts, "summary.explained", model.explained());
      append(facts, "summary.r_squared", model.rSquared());
      line(
          "  "
              + texts.get(
                  "summary.model",
                  model.variant(),
                  String.valueOf(model.schools()),
                  facts.toString()));
    }
  }

  private void append(StringBuilder facts, String key, OptionalDouble value) {
    if (value.isPresent()) {
      facts
          .append(facts.isEmpty() ? "" : ", ")
          .append(
              texts.get(
                  key, String.format(texts.language().locale(), "%.6f", value.getAsDouble())));
    }
  }

  private void groups() {
    if (findings.groups().grouping().isEmpty()) {
      return;
    }
    line(texts.get("summary.groups"));
    List<ClusterCentre> centres = findings.groups().grouping().get().centres();
    int width =
        centres.stream().map(c -> texts.group(c.name()).length()).max(Integer::compare).orElse(0);
    for (ClusterCentre centre : centres) {
      String name = texts.group(centre.name());
      line(
          "  "
              + centre.cluster()
              + "  "
              + name
              + " ".repeat(width - name.length())
              + String.format(Locale.ROOT, "  %6d", centre.size()));
    }
    Grouping grouping = findings.groups().grouping().get();
    grouping.choice().ifPresent(choice -> line("  " + texts.groups(choice)));
    if (grouping.namedByAdjustedResult()) {
      line("  " + texts.get("summary.groups_adjusted"));
    }
    contradictions();
  }

  private void contradictions() {
    List<GroupContradiction> all = findings.labels().contradictions();
    if (all.isEmpty()) {
      return;
    }
    line("  " + texts.get("summary.against_group", String.valueOf(all.size())));
    for (GroupContradiction school : all.subList(0, Math.min(all.size(), SHOWN))) {
      line(
          "    "
              + texts.get(
                  "summary.against_group_school",
                  names.told(school.schoolId()),
                  school.labels().stream().map(texts::label).collect(Collectors.joining(", ")),
                  texts.group(school.group())));
    }
    if (all.size() > SHOWN) {
      line("    " + texts.get("summary.more", String.valueOf(all.size() - SHOWN)));
    }
  }

  private void similar() {
    List<Neighbourhood> all = findings.similar().schools();
    if (!all.isEmpty()) {
      long without = all.stream().filter(n -> n.neighbours().isEmpty()).count();
      line(
          texts.get(
              "summary.similar",
              String.valueOf(all.size() - without),
              String.valueOf(all.size()),
              String.valueOf(without)));
    }
  }

  private void labels() {
    if (findings.labels().judged().isEmpty()) {
      return;
    }
    line(texts.get("summary.labels"));
    List<Label> judged = findings.labels().judged().keySet().stream().sorted().toList();
    int width = judged.stream().mapToInt(l -> texts.label(l).length()).max().orElse(0);
    for (Label label : judged) {
      List<Identification> borne =
          findings.labels().identifications().stream()
              .filter(i -> i.label() == label && i.flag())
              .toList();
      String name = texts.label(label);
      String count =
          "  "
              + name
              + " ".repeat(width - name.length())
              + String.format(Locale.ROOT, "  %6d", borne.size());
      line(count + strengths(borne) + withheld(label));
    }
  }

  private String strengths(List<Identification> borne) {
    if (borne.stream().noneMatch(i -> i.strength().isPresent())) {
      return "";
    }
    return texts.get(
        "summary.strengths",
        Stream.of(Strength.CONFIRMED, Strength.LIKELY, Strength.WEAK)
            .map(
                strength ->
                    borne.stream().filter(i -> i.strength().equals(Optional.of(strength))).count())
            .map(String::valueOf)
            .toArray());
  }

  /** Schools that are kept off the list, as their results are not confirmed. */
  private String withheld(Label label) {
    long schools =
        findings.labels().identifications().stream()
            .filter(i -> i.label() == label && i.formal() && !i.flag())
            .count();
    return schools == 0 ? "" : texts.get("summary.withheld", String.valueOf(schools));
  }

  private void quality() {
    List<QualityFinding> questions = findings.quality().findings();
    if (!questions.isEmpty()) {
      long schools =
          questions.stream()
              .map(QualityFinding::schoolId)
              .filter(school -> !school.equals(QualityFinding.SEVERAL))
              .distinct()
              .count();
      line(texts.get("summary.quality", String.valueOf(questions.size()), String.valueOf(schools)));
    }
    Set<String> unconfirmed = new TreeSet<>();
    findings.quality().unconfirmed().forEach(key -> unconfirmed.add(key.schoolId()));
    if (!unconfirmed.isEmpty()) {
      line(texts.get("summary.unconfirmed", String.valueOf(unconfirmed.size())));
    }
  }

  private void rejects() {
    line(RowsRead.accounts(findings.data().files(), texts));
    List<Reject> rejects = findings.data().rejects();
    if (rejects.isEmpty()) {
      line(texts.get("summary.no_rejects"));
      return;
    }
    line(texts.get("summary.rejects", String.valueOf(rejects.size())));
    List<String> kinds = RowsRead.rejects(rejects, 1, texts);
    kinds.stream().limit(SHOWN).forEach(kind -> line("  " + kind));
    if (kinds.size() > SHOWN) {
      line("  " + texts.get("summary.more", String.valueOf(kinds.size() - SHOWN)));
    }
  }

  private void warnings() {
    findings.warnings().forEach(warning -> line(texts.get("summary.warning", texts.of(warning))));
  }
}
