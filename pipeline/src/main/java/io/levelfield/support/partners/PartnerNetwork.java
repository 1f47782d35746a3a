package io.levelfield.support.partners;

import io.levelfield.model.identify.NeedOfHelp;
import io.levelfield.model.input.School;
import io.levelfield.model.support.NetworkMember;
import io.levelfield.model.support.PairCost;
import io.levelfield.model.support.Partners;
import io.levelfield.model.support.Partnership;
import io.levelfield.model.support.SupportedSchool;
import io.levelfield.model.text.Message;
import io.levelfield.stats.assignment.AssignmentProblem;
import io.levelfield.stats.assignment.CheapestAssignment;
import io.levelfield.stats.assignment.CheapestAssignment.Alternative;
import io.levelfield.study.PartnerSettings;
import io.levelfield.support.SupportBasis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A donor for every school that needs help, so that as few as possible are left without one and all
 * pairs together cost the least. Pairing weak schools with strong ones raises results where it is
 * intensive (Muijs on English primary schools); the cost says what makes a pair promising and
 * possible.
 */
public final class PartnerNetwork {
  private final PartnerSettings settings;
  private final List<School> supported;
  private final List<School> donors;
  private final Map<String, School> byCode;
  private final PairTerms terms;
  private final PairReasons reasons;

  private PartnerNetwork(
      SupportBasis basis, PartnerSettings settings, Map<String, School> byCode, Set<String> weak) {
    this.settings = settings;
    this.byCode = byCode;
    List<School> ordered =
        byCode.values().stream().sorted(Comparator.comparing(School::id)).toList();
    var rules = new Donors(basis, settings);
    this.terms = new PairTerms(basis, settings, rules);
    SettledPairs.check(settings, byCode, rules, terms);
    this.supported = ordered.stream().filter(school -> weak.contains(school.id())).toList();
    this.donors =
        rules.among(ordered.stream().filter(school -> !weak.contains(school.id())).toList());
    this.reasons = new PairReasons(byCode, terms, donors);
  }

  /**
   * Finds the partners.
   *
   * @param notes told what readers of the tables must know
   * @throws io.levelfield.study.StudyProblem if the study names unknown schools, or settles a pair
   *     that is forbidden
   */
  public static Partners of(SupportBasis basis, PartnerSettings settings, Consumer<Message> notes) {
    Map<String, School> byCode =
        basis.data().schools().stream().collect(Collectors.toMap(School::id, Function.identity()));
    SettledPairs.checkCodes(settings, byCode.keySet());
    Set<String> weak = new TreeSet<>(settings.fixed().keySet());
    basis.labels().help().stream()
        .filter(need -> isSupported(need, settings))
        .forEach(need -> weak.add(need.schoolId()));
    if (weak.isEmpty()) {
      return new Partners(List.of(), List.of(), List.of());
    }
    return new PartnerNetwork(basis, settings, byCode, weak).partners(notes);
  }

  private static boolean isSupported(NeedOfHelp need, PartnerSettings settings) {
    return need.grounds().stream().anyMatch(g -> settings.supported().contains(g.label()));
  }

  private Partners partners(Consumer<Message> notes) {
    List<SupportedSchool> found = pairs();
    long without = found.stream().filter(school -> school.partnership().isEmpty()).count();
    if (donors.isEmpty()) {
      notes.accept(Message.of("partners.no-donors", settings.donorFrom()));
    } else if (without > 0) {
      notes.accept(Message.of("partners.without", without, found.size()));
    }
    if (!terms.journeysKnown() && !donors.isEmpty()) {
      notes.accept(Message.of("partners.no-journeys"));
    }
    List<NetworkMember> networks = new SchoolNetworks(settings, terms).of(supported, donors);
    return new Partners(found, donors.stream().map(School::id).toList(), networks);
  }

  private List<SupportedSchool> pairs() {
    List<School> open =
        supported.stream().filter(s -> !settings.fixed().containsKey(s.id())).toList();
    CheapestAssignment assignment = CheapestAssignment.of(problem(open));
    Alternative[] alternatives = assignment.alternatives();
    List<SupportedSchool> found = new ArrayList<>();
    int row = 0;
    for (School school : supported) {
      String settled = settings.fixed().get(school.id());
      if (settled != null) {
        found.add(told(school, Optional.of(terms.partnership(school, byCode.get(settled), true))));
        continue;
      }
      Alternative other = alternatives[row];
      Optional<Partnership> pair =
          assignment.columnOf(row).stream()
              .mapToObj(column -> terms.partnership(school, donors.get(column), false))
              .findFirst()
              .map(own -> withSecondBest(own, other));
      found.add(told(school, pair));
      row++;
    }
    return found;
  }

  private Partnership withSecondBest(Partnership own, Alternative other) {
    return other.column().isEmpty()
        ? own
        : own.withSecondBest(
            donors.get(other.column().getAsInt()).id(),
            PairCost.number(other.dearer().getAsLong()));
  }

  private SupportedSchool told(School school, Optional<Partnership> pair) {
    return new SupportedSchool(
        school.id(),
        pair,
        pair.map(own -> reasons.of(school, own)).orElseGet(() -> reasons.ofNone(school)));
  }

  /** Schools without a settled partner as rows, donors as columns with the places still open. */
  private AssignmentProblem problem(List<School> open) {
    int[] places = donors.stream().mapToInt(donor -> settings.placesOf(donor.id())).toArray();
    for (int column = 0; column < places.length; column++) {
      String donor = donors.get(column).id();
      places[column] -= (int) settings.fixed().values().stream().filter(donor::equals).count();
    }
    return PairOptions.of(open, donors, terms).problem(places);
  }
}
