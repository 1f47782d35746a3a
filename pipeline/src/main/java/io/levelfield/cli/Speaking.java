package io.levelfield.cli;

import io.levelfield.model.text.Language;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;

/** A command that knows which language its user is spoken to in, from its study or its run. */
interface Speaking {

  /** Empty where nothing tells of it. */
  Optional<Language> language();

  /** The language of a command; where it does not know one, that of the system. */
  static Language language(CommandLine command) {
    return command.getCommand() instanceof Speaking speaking
        ? speaking.language().orElseGet(Speaking::ofSystem)
        : ofSystem();
  }

  /** The language the system's user reads. */
  static Language ofSystem() {
    return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
        .map(System.getenv()::get)
        .filter(said -> said != null && !said.matches("|POSIX|C|C[.].*"))
        .findFirst()
        // A locale that is not installed is not the JVM's; its name still tells the language.
        .map(
            said ->
                ofLocale(Locale.forLanguageTag(said.replaceAll("[.@].*", "").replace('_', '-'))))
        .orElseGet(() -> ofLocale(Locale.getDefault(Locale.Category.DISPLAY)));
  }

  private static Language ofLocale(Locale locale) {
    return locale.getLanguage().equals(Language.RU.locale().getLanguage())
        ? Language.RU
        : Language.EN;
  }
}
