package io.levelfield.model.support;

import java.util.List;

/**
 * What stands in schools' way.
 *
 * @param risks ordered by school, year and condition
 * @param shared of the newest year, the risk of most schools in need of help first
 */
public record RiskProfiles(List<SchoolRisk> risks, List<SharedRisk> shared) {

  public RiskProfiles {
    risks = List.copyOf(risks);
    shared = List.copyOf(shared);
  }
}
