package io.levelfield.text;

import io.levelfield.model.cluster.ClusterValidity.Choice;
import io.levelfield.model.cluster.GroupName;
import io.levelfield.model.identify.Identification.Strength;
import io.levelfield.model.identify.Label;
import io.levelfield.model.quality.QualityFinding;
import io.levelfield.model.text.Language;
import io.levelfield.model.text.LocalText;
import io.levelfield.model.text.Message;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.Format;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Texts in one language. Each bundle holds what is said in one place: {@code tables} the meaning of
 * tables and columns, {@code labels} labels and groups with their reasons, {@code questions} those
 * to schools, {@code card} a school's card, {@code console} progress and summary, {@code study},
 * {@code inputs} and {@code run} what the user must mend there, {@code notes} what readers of the
 * tables must know, {@code support} what the authority does next, {@code teachers}, {@code
 * partners}, {@code growth}, {@code indicators} and {@code effect} a part of it each, {@code
 * compare} what differs between runs, {@code page} what report.html says, {@code workbook} sheets
 * of report.xlsx, {@code codes} codes of tables where people read them, {@code disclosure} what is
 * public, {@code draft} a starter study and its questions, {@code forms} the forms that are sent to
 * schools.
 */
public final class Texts {
  static final List<String> BUNDLES =
      List.of(
          "tables",
          "labels",
          "questions",
          "card",
          "console",
          "study",
          "inputs",
          "run",
          "notes",
          "support",
          "indicators",
          "effect",
          "teachers",
          "growth",
          "partners",
          "compare",
          "page",
          "workbook",
          "codes",
          "disclosure",
          "draft",
          "forms",
          "vary");

  private final Language language;
  private final Map<String, String> patterns = new HashMap<>();

  private Texts(Language language) {
    this.language = language;
    for (String name : BUNDLES) {
      ResourceBundle bundle =
          TextFile.read(Texts.class, name + "_" + language.locale() + ".properties");
      bundle.keySet().forEach(key -> patterns.put(key, bundle.getString(key)));
    }
  }

  public static Texts in(Language language) {
    return new Texts(language);
  }

  /** A text with its arguments; numbers are to be given as text. */
  public String get(String key, Object... arguments) {
    String pattern = pattern(key);
    return arguments.length == 0
        ? pattern
        : new MessageFormat(pattern, Locale.ROOT).format(arguments);
  }

  /** Patterns whose key begins so, without that beginning, in the order of their keys. */
  public Map<String, String> under(String beginning) {
    Map<String, String> found = new TreeMap<>();
    patterns.forEach(
        (key, pattern) -> {
          if (key.startsWith(beginning)) {
            found.put(key.substring(beginning.length()), pattern);
          }
        });
    return found;
  }

  private String pattern(String key) {
    String pattern = patterns.get(key);
    if (pattern == null) {
      throw new MissingResourceException(key + " in " + language, Texts.class.getName(), key);
    }
    return pattern;
  }

  /** A message in words; its pattern says how its numbers are written. */
  public String of(Message message) {
    return message.equals(Message.NONE)
        ? ""
        : sentence("message." + message.code(), message.facts());
  }

  /** A group's name in words. */
  public String group(GroupName name) {
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
  public String groups(Choice choice) {
    return get("chosen_by." + code(choice.rule()))
        + "; "
        + get("groups_verdict." + code(choice.verdict()));
  }

  /** The stable code of a constant in tables and keys, e.g. {@code k-medoids}. */
  public static String code(Enum<?> constant) {
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

  /** What a label that calls for help calls for, in words. */
  public String need(Label label) {
    return get("need." + label.code());
  }

  /** The same with how much stands behind it. */
  public String need(Label label, Strength strength, double probability) {
    return need(label) + " (" + say("help.sure", strength(strength), probability) + ")";
  }

  /** How much stands behind a label, in words. */
  public String strength(Strength strength) {
    return get("strength." + code(strength));
  }

  /** What a school is asked about a finding. */
  public String question(QualityFinding finding) {
    return sentence("question." + finding.rule(), finding.facts());
  }

  private String sentence(String key, List<Object> facts) {
    return say(key, facts.stream().map(this::inWords).toArray());
  }

  private Object inWords(Object fact) {
    if (fact instanceof Message message) {
      return of(message);
    }
    if (fact instanceof List<?> list) {
      return list.stream().map(part -> inWords(part).toString()).collect(Collectors.joining(", "));
    }
    if (fact instanceof GroupName name) {
      return group(name);
    }
    if (fact instanceof Label label) {
      return label(label);
    }
    return fact instanceof LocalText text ? text.in(language) : fact;
  }

  /** A text whose pattern says how its numbers are written. */
  public String say(String key, Object... facts) {
    var format = new MessageFormat(pattern(key), language.locale());
    Format[] formats = format.getFormats();
    for (int i = 0; i < formats.length; i++) {
      if (formats[i] instanceof DecimalFormat number) {
        format.setFormat(i, rounded(number));
      }
    }
    return format.format(facts);
  }

  private Format rounded(DecimalFormat number) {
    number.setRoundingMode(RoundingMode.HALF_UP); // as the page's programs round
    return WholePercent.is(number)
        ? new WholePercent(number, get("below_one_percent"))
        : new SignedDecimal(number);
  }

  public Language language() {
    return language;
  }
}
