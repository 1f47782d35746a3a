package io.levelfield.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.model.text.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextsTest {

  @Test
  void bothLanguagesSayTheSameThings() throws IOException {
    assertThat(new TreeSet<>(bundle(Language.RU).stringPropertyNames()))
        .isEqualTo(new TreeSet<>(bundle(Language.EN).stringPropertyNames()));
  }

  @Test
  void patternsTakeTheSameArgumentsInBothLanguages() throws IOException {
    Properties russian = bundle(Language.RU);
    Properties english = bundle(Language.EN);
    for (String key : english.stringPropertyNames()) {
      assertThat(arguments(russian.getProperty(key)))
          .as(key)
          .isEqualTo(arguments(english.getProperty(key)));
    }
  }

  private static Set<String> arguments(String pattern) {
    return Pattern.compile("\\{(\\d+)")
        .matcher(pattern)
        .results()
        .map(argument -> argument.group(1))
        .collect(Collectors.toSet());
  }

  private static Properties bundle(Language language) throws IOException {
    String file = "messages_" + language.locale().getLanguage() + ".properties";
    var bundle = new Properties();
    try (var reader =
        new InputStreamReader(TextsTest.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
      bundle.load(reader);
    }
    return bundle;
  }
}
