package io.levelfield.support.partners;

import io.levelfield.model.input.School;
import io.levelfield.model.support.Journey;
import io.levelfield.model.support.PairCost;
import io.levelfield.model.support.Partnership;
import io.levelfield.model.text.Message;
import io.levelfield.stats.Descriptive;
import io.levelfield.study.PartnerSettings;
import io.levelfield.study.PartnerSettings.Weights;
import io.levelfield.support.SupportBasis;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** What a pair of schools would cost, and what forbids it. */
final class PairTerms {
  private final PartnerSettings settings;
  private final Donors donors;
  private final Journeys journeys;
  private final SubjectStandings subjects;

  /** Standard deviation of the index among schools; absent where they do not differ. */
  private final OptionalDouble indexSd;

  PairTerms(SupportBasis basis, PartnerSettings settings, Donors donors) {
    this.settings = settings;
    this.donors = donors;
    this.journeys = new Journeys(basis.data().schools(), settings);
    this.subjects = SubjectStandings.of(basis);
    double[] indices = donors.indices();
    this.indexSd =
        indices.length < 2 || Descriptive.isConstant(indices)
            ? OptionalDouble.empty()
            : OptionalDouble.of(Descriptive.sd(indices));
  }

  /** Whether anything is known of the way to any school. */
  boolean journeysKnown() {
    return journeys.anyKnown();
  }

  /** Those of some donors that a school may have. */
  DonorsInReach inReach(List<School> some) {
    return new DonorsInReach(
        some, journeys.maxDegrees(), (school, donor) -> ban(school, donor).isEmpty());
  }

  /** What forbids the pair, whatever the donor is; empty where nothing does. */
  Optional<Message> ban(School school, School donor) {
    if (settings.banned().getOrDefault(school.id(), List.of()).contains(donor.id())) {
      return Optional.of(Message.of("partners.banned"));
    }
    return journeys.tooFar(school, donor, Journeys.between(school, donor));
  }

  /** What the pair costs; the weights as shares of their sum. */
  PairCost cost(School school, School donor) {
    Weights weights = settings.weights();
    Set<String> weak = subjects.weak(school.id());
    double uncovered = weak.isEmpty() ? 0 : 1 - (double) covered(weak, donor).size() / weak.size();
    return new PairCost(
        PairCost.units(
            weights.context() * contextDistance(school, donor).orElse(0) / weights.sum()),
        PairCost.units(
            weights.travel() * journeys.share(Journeys.between(school, donor)) / weights.sum()),
        PairCost.units(weights.subjects() * uncovered / weights.sum()),
        PairCost.units(
            weights.doubt() * (1 - donors.aboveExpected(donor.id()).orElse(0)) / weights.sum()));
  }

  private List<String> covered(Set<String> weak, School donor) {
    Set<String> strong = subjects.strong(donor.id());
    return weak.stream().filter(strong::contains).toList();
  }

  private OptionalDouble contextDistance(School school, School donor) {
    OptionalDouble own = donors.index(school.id());
    OptionalDouble other = donors.index(donor.id());
    return own.isPresent() && other.isPresent() && indexSd.isPresent()
        ? OptionalDouble.of(
            Math.abs(own.getAsDouble() - other.getAsDouble()) / indexSd.getAsDouble())
        : OptionalDouble.empty();
  }

  /** The pair with all that its cost is made of. */
  Partnership partnership(School school, School donor, boolean fixed) {
    Journey journey = Journeys.between(school, donor);
    Set<String> weak = subjects.weak(school.id());
    return new Partnership(
        donor.id(),
        cost(school, donor),
        contextDistance(school, donor),
        journey,
        List.copyOf(weak),
        covered(weak, donor),
        donors.aboveExpected(donor.id()),
        fixed,
        Optional.empty(),
        OptionalDouble.empty());
  }
}
