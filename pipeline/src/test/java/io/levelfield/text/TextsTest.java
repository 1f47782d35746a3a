package io.levelfield.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.model.identify.Label;
import io.levelfield.model.text.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class TextsTest {
  static final java.util.List<String> BUNDLES = Texts.BUNDLES;

  private static final Path SOURCES = Path.of("src/main/java");

  /** Codes put together from a constant, as in {@code "context.method-" + method}. */
  private static final Set<String> PREFIXES =
      Set.of("inputs.is-", "outcome.no-errors-", "context.method-");

  @ParameterizedTest
  @FieldSource("BUNDLES")
  void bothLanguagesSayTheSameThings(String name) {
    assertThat(bundle(name, Language.RU).keySet()).isEqualTo(bundle(name, Language.EN).keySet());
  }

  @Test
  void noKeyStandsInTwoBundles() {
    Map<String, String> bundleOf = new TreeMap<>();
    for (String name : BUNDLES) {
      for (String key : bundle(name, Language.EN).keySet()) {
        assertThat(bundleOf.put(key, name)).as(key).isNull();
      }
    }
  }

  @ParameterizedTest
  @FieldSource("BUNDLES")
  void patternsTakeTheSameArgumentsInBothLanguages(String name) {
    Map<String, String> russian = bundle(name, Language.RU);
    bundle(name, Language.EN)
        .forEach(
            (key, english) ->
                assertThat(arguments(russian.get(key))).as(key).isEqualTo(arguments(english)));
  }

  /** A lone apostrophe would swallow what follows it, arguments included. */
  @ParameterizedTest
  @FieldSource("BUNDLES")
  void apostrophesOfPatternsAreDoubled(String name) {
    for (Language language : Language.values()) {
      bundle(name, language)
          .forEach(
              (key, text) -> {
                if (!arguments(text).isEmpty() || key.startsWith("message.")) {
                  assertThat(text.replace("''", "").replace("'{'", "").replace("'}'", ""))
                      .as(key)
                      .doesNotContain("'");
                  new MessageFormat(text, language.locale());
                }
              });
    }
  }

  @Test
  void everyMessageOfTheProgramHasItsTextAndEveryTextItsMessage() {
    Set<String> used = new TreeSet<>();
    sources()
        .forEach(
            source ->
                Pattern.compile("Message\\s*\\.of\\(\\s*([^;]{0,160}?\"[a-z0-9._-]+\"[^;]{0,160})")
                    .matcher(source)
                    .results()
                    .forEach(call -> codes(call.group(1)).forEach(used::add)));
    Set<String> told =
        BUNDLES.stream()
            .flatMap(name -> bundle(name, Language.EN).keySet().stream())
            .filter(key -> key.startsWith("message."))
            .map(key -> key.substring("message.".length()))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> composed =
        told.stream()
            .filter(code -> PREFIXES.stream().anyMatch(code::startsWith))
            .collect(Collectors.toSet());
    Stream.of(Label.values()).map(Label::code).forEach(composed::add);

    assertThat(told).containsAll(used.stream().filter(code -> !PREFIXES.contains(code)).toList());
    told.removeAll(used);
    told.removeAll(composed);
    assertThat(told).as("texts that no message needs").isEmpty();
  }

  private static Stream<String> codes(String call) {
    return Pattern.compile("\"([a-z][a-z0-9_]*(?:[.-][a-z0-9_-]+)*-?)\"")
        .matcher(call)
        .results()
        .map(code -> code.group(1))
        .filter(
            code ->
                code.contains(".")
                    || Set.of("then", "nearest", "elsewhere", "unconfirmed").contains(code));
  }

  private static Stream<String> sources() {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(TextsTest::read)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> arguments(String pattern) {
    return Pattern.compile("\\{(\\d+)")
        .matcher(pattern)
        .results()
        .map(argument -> argument.group(1))
        .collect(Collectors.toSet());
  }

  private static Map<String, String> bundle(String name, Language language) {
    String file = name + "_" + language.locale().getLanguage() + ".properties";
    var bundle = new Properties();
    try (var reader =
        new InputStreamReader(Texts.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
      bundle.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> texts = new TreeMap<>();
    bundle.stringPropertyNames().forEach(key -> texts.put(key, bundle.getProperty(key)));
    return texts;
  }
}
