package io.levelfield.support.partners;

import io.levelfield.model.input.School;
import io.levelfield.model.support.NetworkMember;
import io.levelfield.study.PartnerSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Networks of several schools: a donor as the centre and the schools around it. Which donors become
 * centres is sought for each part of the map by itself, where no school of one part may have a
 * donor of another.
 */
final class SchoolNetworks {
  private final PartnerSettings settings;
  private final PairTerms terms;

  SchoolNetworks(PartnerSettings settings, PairTerms terms) {
    this.settings = settings;
    this.terms = terms;
  }

  /**
   * The networks.
   *
   * @param supported schools around centres, ordered by code
   * @param donors possible centres, ordered likewise
   */
  List<NetworkMember> of(List<School> supported, List<School> donors) {
    PairOptions options =
        PairOptions.of(supported, donors, terms).settledBy(supported, donors, settings.fixed());
    Map<School, List<School>> networks = new TreeMap<>(Comparator.comparing(School::id));
    for (PairOptions part : options.parts(donors.size())) {
      int[] centreOf = new CentreSearch(part, settings.networks()).centres();
      for (int i = 0; i < centreOf.length; i++) {
        if (centreOf[i] != CentreSearch.NONE) {
          networks
              .computeIfAbsent(donors.get(centreOf[i]), centre -> new ArrayList<>())
              .add(supported.get(part.school(i)));
        }
      }
    }
    List<NetworkMember> members = new ArrayList<>();
    int number = 0;
    for (Map.Entry<School, List<School>> network : networks.entrySet()) {
      number++;
      add(number, network.getKey(), network.getValue(), members);
    }
    return members;
  }

  private void add(int number, School centre, List<School> around, List<NetworkMember> members) {
    int size = around.size() + 1;
    members.add(
        new NetworkMember(
            number, centre.id(), centre.id(), size, Optional.empty(), Optional.empty()));
    around.stream()
        .sorted(Comparator.comparing(School::id))
        .map(
            school ->
                new NetworkMember(
                    number,
                    school.id(),
                    centre.id(),
                    size,
                    Optional.of(terms.cost(school, centre)),
                    Optional.of(Journeys.between(school, centre))))
        .forEach(members::add);
  }
}
