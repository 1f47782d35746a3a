package io.levelfield.cluster;

import io.levelfield.model.cluster.EarlierRun;
import io.levelfield.model.cluster.FeatureMatrix;
import io.levelfield.model.cluster.GroupHistory;
import io.levelfield.model.cluster.GroupModel;
import io.levelfield.model.cluster.Groups;
import io.levelfield.model.context.ContextFindings;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.outcome.AdjustedOutcomes;
import io.levelfield.model.outcome.Outcomes;
import io.levelfield.model.text.Message;
import io.levelfield.stats.Replicates;
import io.levelfield.study.ClusterSettings;
import io.levelfield.study.ContextIndexSettings;
import io.levelfield.study.Indicator;
import io.levelfield.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The stage: groups of schools, named and proved, and how schools came to be in them. */
public final class Typology {
  private final Study study;
  private final StudyData data;
  private final EarlierRun earlier;
  private final KeptNames naming;

  private Typology(Study study, StudyData data, EarlierRun earlier) {
    this.study = study;
    this.data = data;
    this.earlier = earlier;
    this.naming = new KeptNames(earlier.groups());
  }

  /**
   * Groups schools.
   *
   * @param earlier run to keep numbers and names of groups from
   * @param finalFit asked for only when there are groups to fit
   * @throws io.levelfield.model.InputsRefused if the data do not allow the groups asked for
   */
  public static Groups of(
      Study study,
      StudyData data,
      Outcomes outcomes,
      ContextFindings context,
      AdjustedOutcomes adjusted,
      EarlierRun earlier,
      Replicates replicates,
      Supplier<FinalFit> finalFit) {
    if (study.clusters().isEmpty() && study.contextIndex().isEmpty()) {
      return new Groups(Optional.empty(), GroupHistory.NONE, earlier.notes());
    }
    Map<String, Indicator> indicators = ContextIndexSettings.indicatorsOf(study.contextIndex());
    var features = SchoolFeatures.of(outcomes, context, adjusted, indicators);
    var yearly =
        new YearlyFeatures(
            outcomes.yearly(), adjusted.byYear(), context.scores(), data.passports(), indicators);
    return new Typology(study, data, earlier).groups(features, yearly, replicates, finalFit);
  }

  private Groups groups(
      SchoolFeatures features,
      YearlyFeatures yearly,
      Replicates replicates,
      Supplier<FinalFit> finalFit) {
    ClusterSettings settings = study.clusters().orElse(ClusterSettings.defaults());
    FeatureMatrix matrix = features.of(settings.features());
    SchoolGroups.Found found =
        SchoolGroups.group(
            matrix,
            GroupingSettings.of(settings, study.randomSeed()),
            replicates,
            finalFit.get(),
            naming);
    var model = GroupModel.of(found.grouping());
    List<Message> notes = new ArrayList<>(earlier.notes());
    notes.addAll(found.notes());
    int without = data.schools().size() - found.grouping().assignments().size();
    if (without > 0) {
      notes.add(
          Message.of("cluster.without-group", without, String.join(", ", settings.features())));
    }
    notes.addAll(NamingNotes.of(matrix.features(), model, naming));
    return new Groups(
        Optional.of(found.grouping()),
        new GroupHistory(
            naming.earlier(model),
            naming.moves(model),
            GroupTransitions.of(model, yearly.of(model.keys()))),
        notes);
  }
}
