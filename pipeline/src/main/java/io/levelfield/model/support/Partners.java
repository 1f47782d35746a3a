package io.levelfield.model.support;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Who helps whom.
 *
 * @param schools to be helped, ordered by code
 * @param donors schools that may help, ordered
 * @param networks of several schools around a centre, ordered by network, its centre first
 */
public record Partners(
    List<SupportedSchool> schools, List<String> donors, List<NetworkMember> networks) {

  public Partners {
    schools = List.copyOf(schools);
    donors = List.copyOf(donors);
    networks = List.copyOf(networks);
  }

  /** Number of the network of each school that is in one. */
  public Map<String, Integer> networkOf() {
    return networks.stream()
        .collect(Collectors.toMap(NetworkMember::schoolId, NetworkMember::network));
  }

  /** Schools that have a partner. */
  public long paired() {
    return schools.stream().filter(school -> school.partnership().isPresent()).count();
  }
}
