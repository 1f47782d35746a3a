package io.levelfield.report;

import io.levelfield.model.support.EffectAnalysis;
import io.levelfield.model.support.EffectAnalysis.Kind;
import io.levelfield.model.support.IndicatorValue;
import io.levelfield.model.support.IndicatorValue.Status;
import io.levelfield.model.support.NetworkMember;
import io.levelfield.model.support.Partners;
import io.levelfield.model.support.SharedRisk;
import io.levelfield.model.support.SharedTopic;
import io.levelfield.model.support.Support;
import io.levelfield.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What the authority does next, and whether it helped, in a few lines for the console. */
final class SupportSummary {
  private static final int NAMED = 3;

  private final Support support;
  private final SchoolNames names;
  private final Texts texts;
  private final List<String> lines = new ArrayList<>();

  private SupportSummary(Support support, SchoolNames names, Texts texts) {
    this.support = support;
    this.names = names;
    this.texts = texts;
  }

  /** The lines; none of what nothing is known of. */
  static List<String> of(Support support, int year, SchoolNames names, Texts texts) {
    var summary = new SupportSummary(support, names, texts);
    summary.partners();
    summary.risks();
    summary.topics();
    summary.effect();
    summary.indicators(year);
    return summary.lines;
  }

  private void partners() {
    Partners partners = support.partners();
    if (!partners.schools().isEmpty()) {
      long networks = partners.networks().stream().filter(NetworkMember::isCentre).count();
      lines.add(
          texts.say(
              "summary.partners",
              partners.paired(),
              partners.schools().size(),
              partners.donors().size(),
              networks,
              partners.networks().size() - networks));
    }
  }

  private void risks() {
    List<SharedRisk> shared = support.risks().shared();
    if (!shared.isEmpty()) {
      String foremost =
          shared.stream()
              .limit(NAMED)
              .map(
                  risk ->
                      texts.say(
                          "summary.shared-risk",
                          risk.name().in(texts.language()),
                          risk.schools().size(),
                          risk.schools().stream()
                              .limit(NAMED)
                              .map(names::told)
                              .collect(Collectors.joining(", "))))
              .collect(Collectors.joining("; "));
      lines.add(texts.say("summary.shared-risks", foremost));
    }
  }

  private void topics() {
    List<SharedTopic> topics = support.teachers().topics();
    int newest = topics.stream().mapToInt(SharedTopic::year).max().orElse(0);
    String common =
        topics.stream()
            .filter(topic -> topic.common() && topic.year() == newest)
            .sorted(Comparator.comparingDouble(SharedTopic::share).reversed())
            .limit(NAMED)
            .map(
                topic ->
                    texts.say(
                        "summary.topic",
                        topic.subject().isEmpty()
                            ? topic.topic()
                            : topic.subject() + ", " + topic.topic(),
                        topic.difficult(),
                        topic.asked()))
            .collect(Collectors.joining("; "));
    if (!common.isEmpty()) {
      lines.add(texts.say("summary.topics", common));
    }
  }

  private void effect() {
    for (EffectAnalysis analysis : support.effect()) {
      if (analysis.kind() == Kind.OVERALL) {
        lines.add(
            texts.say("summary.effect", analysis.programme(), texts.of(analysis.conclusion())));
      }
    }
  }

  private void indicators(int year) {
    List<IndicatorValue> own =
        support.indicators().stream().filter(value -> value.year() == year).toList();
    if (own.stream().noneMatch(value -> value.figure().isPresent())) {
      return;
    }
    List<String> parts = new ArrayList<>();
    for (Status status : Status.values()) {
      String numbers =
          own.stream()
              .filter(value -> value.status() == status)
              .map(value -> value.indicator().number())
              .collect(Collectors.joining(", "));
      if (!numbers.isEmpty()) {
        parts.add(texts.get("target_status." + Texts.code(status)) + " " + numbers);
      }
    }
    lines.add(texts.say("summary.indicators", Integer.toString(year), String.join("; ", parts)));
  }
}
