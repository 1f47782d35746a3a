package io.levelfield.run;

import io.levelfield.cluster.SimilarSchools;
import io.levelfield.identify.Evidence;
import io.levelfield.identify.Identifications;
import io.levelfield.identify.Verdicts;
import io.levelfield.model.InputsRefused;
import io.levelfield.model.cluster.Neighbourhoods;
import io.levelfield.model.context.ContextFindings;
import io.levelfield.model.identify.Label;
import io.levelfield.model.identify.ListErrors;
import io.levelfield.model.identify.SimulatedErrors;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.outcome.AdjustedOutcomes;
import io.levelfield.model.outcome.OutcomeEstimate;
import io.levelfield.model.outcome.Outcomes;
import io.levelfield.model.quality.Quality;
import io.levelfield.model.text.Message;
import io.levelfield.outcome.Adjustment;
import io.levelfield.outcome.SchoolOutcomes;
import io.levelfield.simulate.DistrictModel;
import io.levelfield.simulate.DrawnDistrict;
import io.levelfield.stats.HierarchicalNormal;
import io.levelfield.study.ContextIndexSettings;
import io.levelfield.study.IdentifySettings.Simulation;
import io.levelfield.study.Indicator;
import io.levelfield.study.Study;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Lets the stages from results to labels judge districts like the study's own, and sets what labels
 * say of them beside the truth that they were drawn from. Districts are those that one process
 * draws in seconds; they run on its cores, and never on a cluster.
 */
final class SimulatedDistricts {
  /** Fewer do not tell how many schools are wrongly listed. */
  private static final int FEWEST = 20;

  private static final Quality UNDOUBTED =
      new Quality(List.of(), Set.of(), Set.of(), Set.of(), Map.of(), List.of());

  private final Study study;
  private final StudyData data;
  private final ContextFindings context;
  private final Neighbourhoods similar;
  private final int year;
  private final Map<String, Indicator> indicators;
  private final DistrictModel model;
  private final Set<Label> labels = EnumSet.noneOf(Label.class);

  private SimulatedDistricts(
      Study study,
      StudyData data,
      Outcomes outcomes,
      ContextFindings context,
      AdjustedOutcomes adjusted,
      Neighbourhoods similar) {
    this.study = study;
    this.data = data;
    this.context = context;
    this.similar = similar;
    year = outcomes.year();
    indicators = ContextIndexSettings.indicatorsOf(study.contextIndex());
    Optional<HierarchicalNormal> slopes =
        Identifications.slopes(outcomes, adjusted, study.identify());
    model =
        DistrictModel.of(
            outcomes, context.current(), slopes, study.identify().crisis().slopeYears());
    labels.add(Label.HIGH_RESULT);
    if (model.counts()) {
      labels.addAll(Set.of(Label.LOW_RESULT, Label.STABLY_LOW_RESULT));
    }
    // Of a sample only the schools' true composition is known to scatter, not one draw of all.
    boolean passportsExact = context.index().likely().isEmpty();
    if (passportsExact) {
      labels.add(Label.RESILIENT);
      if (model.counts() && slopes.isPresent()) {
        labels.add(Label.CRISIS);
      }
    }
  }

  /**
   * What the lists of labels are worth; nothing where the study does not ask for it.
   *
   * @param draw whether districts are drawn; else it is only noted where none would be
   */
  static ListErrors errors(
      Study study,
      StudyData data,
      Outcomes outcomes,
      ContextFindings context,
      AdjustedOutcomes adjusted,
      Neighbourhoods similar,
      boolean draw) {
    Simulation wanted = study.identify().simulation();
    if (wanted.districts() == 0) {
      return ListErrors.NONE;
    }
    var districts = new SimulatedDistricts(study, data, outcomes, context, adjusted, similar);
    if (!districts.model.covers(districts.year)) {
      return new ListErrors(Map.of(), List.of(Message.of("label.no-simulation-unknown")));
    }
    long results = districts.model.results();
    int ofSchools = Math.max(FEWEST, wanted.mostSchools() / Math.max(1, data.schools().size()));
    int count =
        (int) Math.min(Math.min(wanted.districts(), ofSchools), wanted.mostResults() / results);
    return count < Math.min(FEWEST, wanted.districts())
        ? new ListErrors(
            Map.of(),
            List.of(Message.of("label.no-simulation-large", results, wanted.mostResults())))
        : draw ? districts.judged(count) : ListErrors.NONE;
  }

  private ListErrors judged(int count) {
    try {
      return new ListErrors(drawn(count), List.of());
    } catch (InputsRefused e) {
      // Of so few schools or pupils that a district as drawn cannot be judged at all.
      return new ListErrors(Map.of(), List.of(Message.of("label.no-simulation-refused", e.told())));
    }
  }

  private Map<Label, SimulatedErrors> drawn(int count) {
    List<Map<Label, LabelCount>> found =
        IntStream.range(0, count).parallel().mapToObj(this::counted).toList();
    Map<Label, SimulatedErrors> errors = new TreeMap<>();
    for (Label label : labels) {
      List<LabelCount> counts =
          found.stream().filter(own -> own.containsKey(label)).map(own -> own.get(label)).toList();
      if (counts.size() == count) {
        errors.put(label, LabelCount.errors(counts));
      }
    }
    return errors;
  }

  private Map<Label, LabelCount> counted(int number) {
    DrawnDistrict district = model.draw(study.randomSeed(), number);
    Verdicts told = told(district);
    Verdicts truth = truth(district);
    Map<Label, LabelCount> counts = new EnumMap<>(Label.class);
    for (Label label : labels) {
      LabelCount count =
          LabelCount.of(told.of(label), truth.of(label), study.identify().confirmed(label));
      if (count.judged() > 0) {
        counts.put(label, count);
      }
    }
    return counts;
  }

  private Verdicts told(DrawnDistrict district) {
    Outcomes outcomes = SchoolOutcomes.ofSimulated(district.observed(), study.outcome(), year);
    return verdicts(
        outcomes,
        Adjustment.of(
            outcomes,
            context,
            data.passports(),
            List.copyOf(indicators.keySet()),
            study.outcome()));
  }

  private Verdicts truth(DrawnDistrict district) {
    Outcomes lasting = SchoolOutcomes.ofSimulated(district.lasting(), study.outcome(), year);
    Outcomes outcomes =
        new Outcomes(
            year,
            district.shares().stream().map(OutcomeEstimate::unscaled).toList(),
            Set.of(),
            List.of(),
            lasting.results(),
            lasting.yearly(),
            List.of());
    return verdicts(
        outcomes,
        Adjustment.ofTruth(
            outcomes, context, List.copyOf(indicators.keySet()), study.outcome().adjustBy()));
  }

  private Verdicts verdicts(Outcomes outcomes, AdjustedOutcomes adjusted) {
    return Verdicts.of(
        new Evidence(
            data.schools(),
            outcomes,
            context,
            adjusted,
            SimilarSchools.again(
                similar, outcomes, adjusted, study.similarSchools(), study.outcome().confidence()),
            UNDOUBTED,
            data.support().staff(),
            Optional.empty(),
            indicators),
        study.identify());
  }
}
