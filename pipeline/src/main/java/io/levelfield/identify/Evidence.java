package io.levelfield.identify;

import io.levelfield.model.cluster.Grouping;
import io.levelfield.model.cluster.Neighbourhoods;
import io.levelfield.model.context.ContextFindings;
import io.levelfield.model.input.School;
import io.levelfield.model.input.StaffCount;
import io.levelfield.model.outcome.AdjustedOutcomes;
import io.levelfield.model.outcome.Outcomes;
import io.levelfield.model.quality.Quality;
import io.levelfield.study.Indicator;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the stages before found of the schools: all that labels rest on, and the groups they are set
 * beside.
 *
 * @param schools ordered by id
 * @param staff teachers of schools
 * @param grouping absent where there are no groups
 * @param indicators of the index by key
 */
public record Evidence(
    List<School> schools,
    Outcomes outcomes,
    ContextFindings context,
    AdjustedOutcomes adjusted,
    Neighbourhoods similar,
    Quality quality,
    List<StaffCount> staff,
    Optional<Grouping> grouping,
    Map<String, Indicator> indicators) {

  public Evidence {
    schools = List.copyOf(schools);
    staff = List.copyOf(staff);
    indicators = Collections.unmodifiableMap(new TreeMap<>(indicators));
  }

  /** The year labels speak of. */
  int year() {
    return outcomes.year();
  }
}
