package io.levelfield.report;

import io.levelfield.model.ClusterValidity.Choice;
import io.levelfield.model.GroupName;
import io.levelfield.model.Identification.Reason;
import io.levelfield.model.Label;
import io.levelfield.model.Language;
import io.levelfield.model.LocalText;
import io.levelfield.model.QualityFinding;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** Texts of the report in one language. */
public final class Texts {
  private final Language language;
  private final ResourceBundle bundle;

  private Texts(Language language) {
    this.language = language;
    this.bundle =
        ResourceBundle.getBundle(
            "io.levelfield.report.messages",
            language.locale(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  public static Texts in(Language language) {
    return new Texts(language);
  }

  /** A text with its arguments; numbers are to be given as text. */
  public String get(String key, Object... arguments) {
    String pattern = bundle.getString(key);
    return arguments.length == 0
        ? pattern
        : new MessageFormat(pattern, Locale.ROOT).format(arguments);
  }

  String table(Table table) {
    return get("table." + table.name());
  }

  String column(Column<?> column) {
    return get("column." + column.meaning(), column.arguments().toArray());
  }

  /** A group's name in words. */
  String group(GroupName name) {
    if (name.traits().isEmpty()) {
      return get("group." + name.code());
    }
    List<GroupName.Trait> traits = name.traits();
    String words = traits.stream().map(this::trait).collect(Collectors.joining(", "));
    String plain = GroupName.describing(traits).code();
    return name.code().equals(plain)
        ? words
        : words + " (" + name.code().substring(plain.length() + 1) + ")";
  }

  /** Why there are so many groups, and what they are worth. */
  String groups(Choice choice) {
    return get("chosen_by." + code(choice.rule()))
        + "; "
        + get("groups_verdict." + code(choice.verdict()));
  }

  /** The stable code of a constant in tables and keys, e.g. {@code k-medoids}. */
  static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private String trait(GroupName.Trait trait) {
    String level = trait.level().name().toLowerCase(Locale.ROOT);
    return trait
        .feature()
        .map(feature -> get("trait.feature." + level).formatted(feature))
        .orElseGet(
            () -> get("trait." + trait.axis().name().toLowerCase(Locale.ROOT) + "." + level));
  }

  /** A label in words. */
  public String label(Label label) {
    return get("label." + label.code());
  }

  /** A reason in words; its pattern says how its numbers are written. */
  public String reason(Reason reason) {
    return sentence("reason." + reason.code(), reason.facts());
  }

  /** What a school is asked about a finding. */
  public String question(QualityFinding finding) {
    return sentence("question." + finding.rule(), finding.facts());
  }

  private String sentence(String key, List<Object> facts) {
    return say(
        key,
        facts.stream()
            .map(fact -> fact instanceof LocalText text ? text.in(language) : fact)
            .toArray());
  }

  /** A text whose pattern says how its numbers are written. */
  public String say(String key, Object... facts) {
    return new MessageFormat(bundle.getString(key), language.locale()).format(facts);
  }

  Language language() {
    return language;
  }
}
