package io.levelfield.cli;

import io.levelfield.model.text.Language;
import java.util.Locale;
import java.util.Optional;
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
    return ofLocale(Locale.getDefault(Locale.Category.DISPLAY));
  }

  private static Language ofLocale(Locale locale) {
    return locale.getLanguage().equals(Language.RU.locale().getLanguage())
        ? Language.RU
        : Language.EN;
  }
}
