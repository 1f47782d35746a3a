package io.levelfield.support.partners;

import io.levelfield.model.input.School;
import io.levelfield.model.text.Message;
import io.levelfield.study.Nearest;
import io.levelfield.study.PartnerSettings;
import io.levelfield.study.StudyProblem;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Checks what the study says of single schools, which needs the schools and what is known of them.
 */
final class SettledPairs {
  private static final String SETTINGS = "support.partners.";

  private SettledPairs() {}

  /**
   * Checks that the study names schools of the register.
   *
   * @throws StudyProblem if it names another
   */
  static void checkCodes(PartnerSettings settings, Set<String> schools) {
    settings.capacities().keySet().forEach(code -> known("capacities." + code, code, schools));
    settings
        .fixed()
        .forEach(
            (school, donor) -> {
              known("fixed." + school, school, schools);
              known("fixed." + school, donor, schools);
            });
    settings
        .banned()
        .forEach(
            (school, donors) -> {
              known("banned." + school, school, schools);
              donors.forEach(donor -> known("banned." + school, donor, schools));
            });
  }

  private static void known(String setting, String code, Set<String> schools) {
    if (!schools.contains(code)) {
      throw new StudyProblem(
          SETTINGS + setting,
          Message.of("partners.unknown-school", code, Nearest.suggestion(code, schools)));
    }
  }

  /**
   * Checks that nothing forbids the pairs that are settled.
   *
   * @throws StudyProblem if something does
   */
  static void check(
      PartnerSettings settings, Map<String, School> schools, Donors donors, PairTerms terms) {
    Map<String, Integer> taken = new TreeMap<>();
    settings
        .fixed()
        .forEach(
            (code, partner) -> {
              School school = schools.get(code);
              School donor = schools.get(partner);
              Optional<Message> why =
                  settings.fixed().containsKey(partner)
                      ? Optional.of(Message.of("partners.donor-settled"))
                      : donors.barring(donor).or(() -> terms.ban(school, donor));
              why.ifPresent(
                  ban -> {
                    throw new StudyProblem(
                        SETTINGS + "fixed." + code,
                        Message.of("partners.fixed-forbidden", code, partner, ban));
                  });
              int places = settings.placesOf(partner);
              if (taken.merge(partner, 1, Integer::sum) > places) {
                throw new StudyProblem(
                    SETTINGS + "fixed." + code,
                    Message.of("partners.fixed-too-many", partner, places));
              }
            });
  }
}
