package io.levelfield.draft;

import io.levelfield.model.text.Message;
import io.levelfield.study.ContextInput.Shape;
import io.levelfield.study.Indicator.Direction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The indicators of the index that the tables of context together may hold. */
final class ContextDraft {
  private final Map<String, ProposedIndicator> known = new LinkedHashMap<>();
  private final List<ProposedIndicator> open = new ArrayList<>();
  private final Map<ContextRole, List<String>> keys = new LinkedHashMap<>();

  ContextDraft(List<ContextRole> roles) {
    for (ContextRole role : roles) {
      List<String> own = new ArrayList<>();
      for (ProposedIndicator indicator : role.indicators()) {
        if (indicator.known().isPresent()
            && alike(indicator, known.putIfAbsent(indicator.key(), indicator))) {
          own.add(indicator.key());
        }
      }
      keys.put(role, own);
    }
    for (ContextRole role : roles) {
      // Files that list their indicators could not have one added by a single line.
      if (uses(role) && holdTheSame(role)) {
        role.indicators().stream()
            .filter(indicator -> indicator.known().isEmpty())
            .filter(indicator -> !known.containsKey(indicator.key()))
            .filter(indicator -> open.stream().noneMatch(o -> o.key().equals(indicator.key())))
            .filter(indicator -> ofShape(role).allMatch(other -> holds(other, indicator)))
            .forEach(open::add);
      }
    }
  }

  private static boolean alike(ProposedIndicator one, ProposedIndicator earlier) {
    return earlier == null
        || (one.column().name().equals(earlier.column().name())
            && one.denominator().map(Column::name).equals(earlier.denominator().map(Column::name))
            && one.aggregate().equals(earlier.aggregate()));
  }

  private static boolean holds(ContextRole role, ProposedIndicator indicator) {
    return role.indicators().stream()
        .anyMatch(own -> own.key().equals(indicator.key()) && alike(own, indicator));
  }

  /** Files of a shape that the study reads. */
  private Stream<ContextRole> ofShape(ContextRole role) {
    return keys.keySet().stream().filter(other -> other.shape() == role.shape() && uses(other));
  }

  private boolean holdTheSame(ContextRole role) {
    Set<String> own = Set.copyOf(keys.get(role));
    return ofShape(role).allMatch(other -> own.equals(Set.copyOf(keys.get(other))));
  }

  /** The keys a file is to list, where there are several of its shape that hold different ones. */
  Optional<List<String>> listed(ContextRole role) {
    return holdTheSame(role) ? Optional.empty() : Optional.of(keys.get(role));
  }

  /** Whether the study has an indicator of a file, or asks whether it should. */
  boolean proposes(ContextRole role, ProposedIndicator indicator) {
    return indicator.known().isPresent()
        ? keys.get(role).contains(indicator.key())
        : open.stream().anyMatch(own -> own.key().equals(indicator.key()) && holds(role, own));
  }

  /** Whether a file holds an indicator that the study has. */
  boolean uses(ContextRole role) {
    return !keys.get(role).isEmpty();
  }

  boolean isEmpty() {
    return known.isEmpty();
  }

  /** The lines of the indicators. */
  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    known.values().forEach(indicator -> known(indicator, lines));
    open.forEach(indicator -> lines.add(open(indicator)));
    return lines;
  }

  private static void known(ProposedIndicator indicator, List<Line> lines) {
    Words.KnownIndicator words = indicator.known().orElseThrow();
    Message value = value(indicator);
    lines.add(Line.of(Yaml.text(indicator.key()) + ":"));
    lines.add(
        Line.asking(
            "  direction: " + words.direction().name().toLowerCase(Locale.ROOT),
            Question.confirm(
                words.direction() == Direction.FAVOURABLE
                    ? Message.of("draft.confirm-favourable", value)
                    : Message.of("draft.confirm-unfavourable", value))));
    source(indicator).forEach(setting -> lines.add(setting(indicator, setting)));
    indicator
        .unknown()
        .ifPresent(
            code ->
                lines.add(
                    Line.asking(
                        "  unknown: " + Yaml.number(code),
                        Question.confirm(Message.of("draft.confirm-missing", Yaml.number(code))))));
    lines.add(
        Line.of(
            "  label: {ru: " + Yaml.quoted(words.ru()) + ", en: " + Yaml.quoted(words.en()) + "}"));
  }

  private static Message value(ProposedIndicator indicator) {
    String name = indicator.column().name();
    return indicator
        .denominator()
        .map(of -> Message.of("draft.share-of", name, of.name()))
        .orElseGet(() -> Message.of("draft.value-of", name));
  }

  /** Small counts may be per cent: where they are, the user is asked. */
  private static Line setting(ProposedIndicator indicator, String setting) {
    if (setting.startsWith("column:") && indicator.counted()) {
      return Line.asking(
          "  " + setting,
          Question.confirm(Message.of("draft.count-alone", indicator.column().name())));
    }
    boolean doubtful =
        setting.startsWith("denominator:")
            && !indicator.counted()
            && ContextRole.mayBePerCent(indicator.column());
    return doubtful
        ? Line.asking(
            "  " + setting,
            Question.confirm(Message.of("draft.confirm-count", indicator.column().name())))
        : Line.of("  " + setting);
  }

  private static Line open(ProposedIndicator indicator) {
    List<String> settings = new ArrayList<>(List.of("direction: "));
    settings.addAll(source(indicator));
    indicator.unknown().ifPresent(code -> settings.add("unknown: " + Yaml.number(code)));
    String label = Yaml.quoted(indicator.column().name());
    settings.add("label: {ru: " + label + ", en: " + label + "}");
    return Line.asking(
        "#" + Yaml.text(indicator.key()) + ": {" + String.join(", ", settings) + "}",
        Question.optional(
            Message.of("draft.ask-direction", indicator.column().name()),
            Message.of("draft.left-out-indicator")));
  }

  private static List<String> source(ProposedIndicator indicator) {
    List<String> settings = new ArrayList<>();
    String column = Yaml.text(indicator.column().name());
    if (indicator.denominator().isPresent()) {
      settings.add("count: " + column);
      settings.add("denominator: " + Yaml.text(indicator.denominator().get().name()));
    } else {
      settings.add("column: " + column);
    }
    indicator
        .aggregate()
        .ifPresent(how -> settings.add("aggregate: " + how.name().toLowerCase(Locale.ROOT)));
    indicator.equals().ifPresent(text -> settings.add("equals: " + Yaml.quoted(text)));
    indicator
        .range()
        .ifPresent(
            range ->
                settings.add(
                    "range: ["
                        + Yaml.number(range.lowest())
                        + ", "
                        + Yaml.number(range.highest())
                        + "]"));
    return settings;
  }

  /** Whether a table of this shape reads pupils. */
  static Message taken(Shape shape) {
    return shape == Shape.PUPILS
        ? Message.of("draft.taken-context-pupils")
        : Message.of("draft.taken-context");
  }
}
