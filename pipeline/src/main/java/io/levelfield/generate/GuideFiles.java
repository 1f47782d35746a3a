package io.levelfield.generate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes what a reader starts from: a study ready to run, and the README. */
final class GuideFiles {
  static final String STUDY = "study.yaml";
  static final String README = "README.md";
  static final String PROGRAMME = "programme.yaml";

  private static final String EXCEL_DIALECT =
      """

            # Файл сохранён из Excel: кодировка Windows, точка с запятой, десятичная запятая.
            dialect: {charset: windows-1251, delimiter: ";", decimal: ","}\
      """;

  private GuideFiles() {}

  static void writeStudy(GeneratorOptions options, Path directory) throws IOException {
    Map<String, String> values =
        Map.of(
            "schools",
            Integer.toString(options.schools()),
            "dialect",
            options.excelDialect() ? EXCEL_DIALECT : "");
    Files.writeString(directory.resolve(STUDY), filled("study.template.yaml", values));
  }

  static void writeProgramme(GeneratorOptions options, Path directory) throws IOException {
    int first = options.firstYear();
    Map<String, String> values =
        Map.of(
            "first",
            Integer.toString(first),
            "next",
            Integer.toString(Math.min(first + 1, options.lastYear())),
            "last",
            Integer.toString(options.lastYear()));
    // With one year its two targets would be one key twice.
    String text = filled("programme.template.yaml", values);
    Files.writeString(
        directory.resolve(PROGRAMME),
        options.years() > 1 ? text : text.replaceAll(first + ": [0-9.]+, (?=" + first + ")", ""));
  }

  static void writeReadme(GeneratorOptions options, Path directory) throws IOException {
    Map<String, String> values =
        Map.of(
            "command",
            command(options),
            "schools",
            Integer.toString(options.schools()),
            "years",
            options.firstYear() + "–" + options.lastYear(),
            "dialect",
            options.excelDialect()
                ? "windows-1251, `;`, decimal comma, CRLF: as Excel saves it in Russia"
                : "UTF-8, `,`");
    Files.writeString(directory.resolve(README), filled("README.template.md", values));
  }

  private static String command(GeneratorOptions options) {
    return "levelfield generate --schools %d --years %d --pupils %d --seed %d --first-year %d%s DIR"
        .formatted(
            options.schools(),
            options.years(),
            options.pupils(),
            options.seed(),
            options.firstYear(),
            options.dirt() > 0 ? " --dirt " + options.dirt() : "");
  }

  /** The template with each <code>${name}</code> replaced by its value. */
  private static String filled(String template, Map<String, String> values) throws IOException {
    String text;
    try (InputStream in = GuideFiles.class.getResourceAsStream(template)) {
      if (in == null) {
        throw new IllegalStateException("the program was built without its resource " + template);
      }
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    for (var value : values.entrySet()) {
      text = text.replace("${" + value.getKey() + "}", value.getValue());
    }
    return text;
  }
}
