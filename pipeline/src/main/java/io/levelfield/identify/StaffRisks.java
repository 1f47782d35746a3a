package io.levelfield.identify;

import io.levelfield.model.SchoolYear;
import io.levelfield.model.input.StaffCount;
import io.levelfield.model.input.StaffCount.Part;
import io.levelfield.model.input.StaffFigure;
import io.levelfield.model.text.Message;
import io.levelfield.study.IdentifySettings;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Risks of a school's staff: more of its teachers than elsewhere are in the risk group, more of its
 * posts are vacant, more of its risk group have had no training. All teachers are counted, so a
 * risk is a fact of the year and no estimate; what is uncertain is the threshold.
 */
final class StaffRisks {

  /** A kind of risk. */
  enum Kind {
    RISK_GROUP(StaffFigure.RISK_GROUP),
    VACANCIES(StaffFigure.VACANCIES),
    UNTRAINED(StaffFigure.RISK_GROUP_TRAINED);

    private final StaffFigure figure;

    Kind(StaffFigure figure) {
      this.figure = figure;
    }

    /** The share of the kind, higher where the risk is; empty of nobody. */
    private Optional<Double> share(StaffCount count) {
      Optional<Double> share = count.part(figure).flatMap(Part::share);
      return this == UNTRAINED ? share.map(trained -> 1 - trained) : share;
    }
  }

  private final Map<Kind, Map<String, Double>> shares;
  private final Map<Kind, ReferenceSchools> references;
  private final Map<String, StaffCount> schools;
  private final ExactShare percentile;
  private final int needed;

  private StaffRisks(
      Map<Kind, Map<String, Double>> shares,
      Map<Kind, ReferenceSchools> references,
      Map<String, StaffCount> schools,
      ExactShare percentile,
      int needed) {
    this.shares = shares;
    this.references = references;
    this.schools = schools;
    this.percentile = percentile;
    this.needed = needed;
  }

  /** Of each school's teachers of all subjects, in the newest year that labels may speak of. */
  static StaffRisks of(Evidence evidence, IdentifySettings settings) {
    Map<String, String> municipalities = ReferenceSchools.municipalities(evidence.schools());
    List<StaffCount> upToNow =
        evidence.staff().stream()
            .filter(count -> count.ofAllSubjects() && count.year() <= evidence.year())
            .toList();
    Map<String, StaffCount> schools = new TreeMap<>();
    SchoolYear.asOf(
            evidence.year(), upToNow, count -> new SchoolYear(count.schoolId(), count.year()))
        .forEach(count -> schools.put(count.schoolId(), count));
    Map<Kind, Map<String, Double>> shares = new EnumMap<>(Kind.class);
    Map<Kind, ReferenceSchools> references = new EnumMap<>(Kind.class);
    ExactShare percentile = ExactShare.of(settings.crisis().staffPercentile());
    for (Kind kind : Kind.values()) {
      Map<String, Double> own = new TreeMap<>();
      schools.forEach((id, count) -> kind.share(count).ifPresent(share -> own.put(id, share)));
      if (percentile.complement().isOneOf(own.size())) {
        shares.put(kind, own);
        references.put(kind, new ReferenceSchools(own, municipalities, settings.reference()));
      }
    }
    return new StaffRisks(shares, references, schools, percentile, settings.crisis().staffRisks());
  }

  /** The same with the percentile moved. */
  StaffRisks moved(double points) {
    return new StaffRisks(shares, references, schools, percentile.plus(points), needed);
  }

  /** Whether nothing is known of any school's staff. */
  boolean isEmpty() {
    return schools.isEmpty();
  }

  /** Whether a risk of the school can be told. */
  boolean knows(String school) {
    return shares.values().stream().anyMatch(own -> own.containsKey(school));
  }

  /** Whether the school has the risks that a crisis needs; not where none can be told. */
  boolean holds(String school) {
    return found(school).size() >= needed;
  }

  private List<Kind> found(String school) {
    return shares.entrySet().stream()
        .filter(
            kind -> {
              Double share = kind.getValue().get(school);
              return share != null && share > threshold(kind.getKey(), school);
            })
        .map(Map.Entry::getKey)
        .toList();
  }

  private double threshold(Kind kind, String school) {
    return references.get(kind).percentile(school, percentile.asDouble());
  }

  /** How many risks the school has of how many needed, and each that it has. */
  List<Message> reasons(String school) {
    if (!knows(school)) {
      return List.of(Message.of("crisis.staff-unknown"));
    }
    List<Kind> found = found(school);
    StaffCount count = schools.get(school);
    String year = Integer.toString(count.year());
    List<Message> reasons = new ArrayList<>();
    reasons.add(
        found.isEmpty()
            ? Message.of("crisis.no-staff-risk", year, needed)
            : Message.of("crisis.staff-risks", found.size(), year, needed));
    for (Kind kind : found) {
      Part part = count.part(kind.figure).orElseThrow();
      int some = kind == Kind.UNTRAINED ? part.of() - part.count() : part.count();
      double share = shares.get(kind).get(school);
      double threshold = threshold(kind, school);
      reasons.add(
          switch (kind) {
            case RISK_GROUP ->
                Message.of("crisis.staff-in-risk-group", some, part.of(), share, threshold);
            case VACANCIES ->
                Message.of("crisis.staff-vacancies", some, part.of(), share, threshold);
            case UNTRAINED ->
                Message.of("crisis.staff-untrained", some, part.of(), share, threshold);
          });
    }
    return reasons;
  }
}
