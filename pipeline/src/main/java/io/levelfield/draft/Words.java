package io.levelfield.draft;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.levelfield.model.text.Language;
import io.levelfield.study.Indicator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The dictionary by which headers are understood: phrases of {@code words.yaml}, Russian and
 * English.
 *
 * @param common properties of every kind of file, with their phrases
 * @param kinds that a file is as a whole, in the order in which they are tried
 * @param register properties of a school
 * @param results properties of results
 * @param marks names of columns that count marks
 * @param subjects with the phrases that name them
 * @param procedures names of examinations
 * @param denominators what counts of a social passport are a part of
 * @param indicators of the social context
 * @param codes words for a code or a number of order, which no indicator is
 * @param counts words for a number of persons or families
 * @param children words that tell that pupils are counted
 * @param shares words for a share
 * @param unknownCodes numbers that may stand for 'unknown'
 */
record Words(
    Map<String, List<String>> common,
    List<Kind> kinds,
    Map<String, List<String>> register,
    Map<String, List<String>> results,
    List<String> marks,
    List<Subject> subjects,
    List<String> procedures,
    Map<String, List<String>> denominators,
    List<KnownIndicator> indicators,
    List<String> codes,
    List<String> counts,
    List<String> children,
    List<String> shares,
    List<Double> unknownCodes) {

  /**
   * What a file is as a whole.
   *
   * @param needs properties that it has
   * @param least how many of its other properties it has
   * @param scores whether its columns are listed as {@code scores}
   * @param without properties that it does not have
   * @param common properties that it may have beside its own
   */
  record Kind(
      String kind,
      List<String> needs,
      int least,
      boolean scores,
      List<String> without,
      Map<String, List<String>> columns,
      List<String> common) {
    Kind {
      without = without == null ? List.of() : List.copyOf(without);
    }

    /** All its properties, with the phrases of the common ones from the dictionary. */
    Map<String, List<String>> properties(Words words) {
      Map<String, List<String>> all = new LinkedHashMap<>();
      common.forEach(property -> all.put(property, words.common().get(property)));
      without.forEach(property -> all.put(property, words.common().get(property)));
      all.putAll(columns);
      return all;
    }
  }

  /** A subject by its name in either language. */
  record Subject(String ru, String en, List<String> words) {
    String name(Language language) {
      return language == Language.RU ? ru : en;
    }
  }

  /**
   * An indicator of which the dictionary knows the direction.
   *
   * @param of the denominator where it is counted
   */
  record KnownIndicator(
      String key,
      Indicator.Direction direction,
      String of,
      String ru,
      String en,
      List<String> words) {}

  /** The dictionary of the program. */
  static Words load() {
    var mapper =
        YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    try (InputStream yaml = Words.class.getResourceAsStream("words.yaml")) {
      return mapper.readValue(yaml, Words.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The indicator that a header speaks of, by the longest of its phrases. */
  Optional<KnownIndicator> indicator(String header) {
    KnownIndicator best = null;
    int longest = 0;
    for (KnownIndicator indicator : indicators) {
      int words = Phrases.longest(header, indicator.words());
      if (words > longest) {
        best = indicator;
        longest = words;
      }
    }
    return Optional.ofNullable(best);
  }

  /** The subject that a header names, by the longest of its phrases. */
  Optional<Subject> subject(String header) {
    Subject best = null;
    int longest = 0;
    for (Subject subject : subjects) {
      int words = Phrases.longest(header, subject.words());
      if (words > longest) {
        best = subject;
        longest = words;
      }
    }
    return Optional.ofNullable(best);
  }
}
