package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.model.text.Language;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/**
 * The manual pages in {@code docs/man} say what the commands' help says. Picocli writes AsciiDoc,
 * which {@code scripts/manpages} converts; each page ends with the hash of its AsciiDoc, so that
 * one that was left behind is found without converting anything.
 */
class ManPagesTest {
  /** Tests run in the module's directory. */
  private static final Path MANUAL = Path.of("../docs/man");

  /** Where {@code scripts/manpages} finds the AsciiDoc to convert. */
  private static final Path SOURCES = Path.of("../target/manpages");

  private static final boolean REGENERATE = Boolean.getBoolean("levelfield.regenerate");

  /** Headings that picocli writes in English, as Russian manual pages have them. */
  private static final Map<String, String> HEADINGS =
      Map.of(
          "== Name", "== ИМЯ",
          "== Synopsis", "== ОБЗОР",
          "== Description", "== ОПИСАНИЕ",
          "== Options", "== ПАРАМЕТРЫ",
          "== Arguments", "== АРГУМЕНТЫ",
          "== Commands", "== КОМАНДЫ");

  @ParameterizedTest
  @EnumSource(Language.class)
  void pagesSayWhatHelpSays(Language language) throws IOException {
    Map<String, String> sources = sources(language);
    if (REGENERATE) {
      Path directory =
          Files.createDirectories(SOURCES.resolve(language.name().toLowerCase(Locale.ROOT)));
      for (var source : sources.entrySet()) {
        Files.writeString(directory.resolve(source.getKey() + ".adoc"), source.getValue());
      }
      return;
    }
    Path pages = MANUAL.resolve(language == Language.RU ? "ru/man1" : "man1");

    assertThat(sources)
        .allSatisfy(
            (name, source) ->
                assertThat(pages.resolve(name + ".1"))
                    .as("docs/man is made by scripts/manpages")
                    .content()
                    .endsWith("\n.\\\" source sha256:" + DigestUtils.sha256Hex(source) + "\n"));
    try (Stream<Path> there = Files.list(pages)) {
      assertThat(there.map(page -> page.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              sources.keySet().stream().map(name -> name + ".1").toList());
    }
  }

  /** AsciiDoc of every command by the name of its page. */
  private static Map<String, String> sources(Language language) {
    CommandLine program = Main.commandLine(language);
    Map<String, String> sources = new LinkedHashMap<>();
    Stream.concat(Stream.of(program), program.getSubcommands().values().stream())
        .map(CommandLine::getCommandSpec)
        .forEach(
            command ->
                sources.put(
                    command.qualifiedName("-"),
                    language == Language.RU ? russian(command) : page(command)));
    return sources;
  }

  private static String page(CommandSpec command) {
    // The version is the build's, and a page is not another for it.
    command.version("Levelfield");
    command.versionProvider(null);
    StringWriter page = new StringWriter();
    ManPageGenerator.writeSingleManPage(new PrintWriter(page, true), command);
    return page.toString().replace("\r\n", "\n").replaceAll("(?m)^== +(.*?):?$", "== $1");
  }

  private static String russian(CommandSpec command) {
    List<String> lines =
        page(command).lines().map(line -> HEADINGS.getOrDefault(line, line)).toList();
    return String.join("\n", lines) + "\n";
  }
}
