package io.levelfield.run;

import io.levelfield.cluster.MllibFinalFit;
import io.levelfield.ingest.Ingest;
import io.levelfield.model.Findings;
import io.levelfield.model.cluster.ClusterAssignment;
import io.levelfield.model.cluster.EarlierRun;
import io.levelfield.model.context.ContextScore;
import io.levelfield.model.identify.Label;
import io.levelfield.model.identify.YearList;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.variation.ListChange;
import io.levelfield.model.variation.RankChange;
import io.levelfield.model.variation.Variation;
import io.levelfield.model.variation.Variations;
import io.levelfield.stats.AdjustedRandIndex;
import io.levelfield.study.ContextIndexSettings;
import io.levelfield.study.Study;
import io.levelfield.study.StudyLoader;
import io.levelfield.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Runs a study under other settings and sets what it says then beside what it says under its own.
 * Groups are made afresh each time, without those of an earlier run; nothing is written.
 */
public final class StudyVariations {
  private final Path base;
  private final LazySpark spark;

  /** Data by all that reading them depends on, so that other settings need no second reading. */
  private final Map<List<Object>, StudyData> read = new HashMap<>();

  private StudyVariations(Path base, LazySpark spark) {
    this.base = base;
    this.spark = spark;
  }

  /**
   * Varies settings; several of them in every combination.
   *
   * @param overrides of the study's own settings
   * @param varied {@code key=value,value…}
   * @throws VariationProblem if there are too many combinations
   * @throws io.levelfield.study.StudyProblem if the study cannot be understood under one of them;
   *     nothing is read then
   * @throws io.levelfield.model.InputsRefused if its inputs cannot be used under one of them
   */
  public static Variations of(
      Path file, List<String> overrides, List<String> varied, Optional<String> master) {
    Study own = StudyLoader.load(file, overrides);
    List<List<String>> grid = SettingGrid.of(varied);
    List<Study> studies = new ArrayList<>();
    for (List<String> settings : grid) {
      List<String> all = new ArrayList<>(overrides);
      all.addAll(settings);
      studies.add(StudyLoader.load(file, all));
    }
    try (var spark = LazySpark.onDemand(master)) {
      try {
        return new StudyVariations(file.toAbsolutePath().getParent(), spark)
            .compared(own, studies, grid);
      } catch (Exception e) { // Scala's checked exceptions are not declared
        throw spark.failure(e);
      }
    }
  }

  private Variations compared(Study own, List<Study> studies, List<List<String>> grid) {
    Findings before = findings(own);
    List<Variation> variations = new ArrayList<>();
    for (int i = 0; i < studies.size(); i++) {
      variations.add(variation(grid.get(i), before, findings(studies.get(i))));
    }
    return new Variations(before.data().schools(), variations);
  }

  private Findings findings(Study study) {
    StudyData data =
        read.computeIfAbsent(
            readingOf(study), settings -> Ingest.read(study, base, spark.workers()));
    return new Analysis(
            study,
            data,
            EarlierRun.NONE,
            new Progress(ProgressConsole.nobody(), Texts.in(study.language())))
        .findings(
            Pipeline.replicates(data, spark),
            Optional.of(() -> new MllibFinalFit(spark.get().context())));
  }

  /** All settings that reading the inputs depends on. */
  private static List<Object> readingOf(Study study) {
    return List.of(
        study.inputs(),
        study.maxRejects(),
        study.contextIndex().map(ContextIndexSettings::indicators),
        study.outcome().compulsory(),
        study.quality().participation(),
        study.support().growth(),
        study.support().teachers());
  }

  private static Variation variation(List<String> settings, Findings before, Findings after) {
    Map<Label, SortedSet<String>> own = lists(before);
    Map<Label, SortedSet<String>> varied = lists(after);
    List<ListChange> lists = new ArrayList<>();
    for (Label label : Label.values()) {
      if (own.containsKey(label) || varied.containsKey(label)) {
        lists.add(
            ListChange.of(
                label,
                own.getOrDefault(label, new TreeSet<>()),
                varied.getOrDefault(label, new TreeSet<>())));
      }
    }
    Map<String, Integer> groups = groups(after);
    return new Variation(
        settings,
        lists,
        (int) groups.values().stream().distinct().count(),
        agreement(groups(before), groups),
        ranks(before, after));
  }

  private static Map<Label, SortedSet<String>> lists(Findings findings) {
    Map<Label, SortedSet<String>> lists = new EnumMap<>(Label.class);
    YearList.of(findings.outcomes().year(), findings.labels())
        .forEach(list -> lists.put(list.label(), list.listed()));
    return lists;
  }

  private static Map<String, Integer> groups(Findings findings) {
    Map<String, Integer> groups = new TreeMap<>();
    findings
        .groups()
        .grouping()
        .ifPresent(
            grouping -> {
              for (ClusterAssignment school : grouping.assignments()) {
                groups.put(school.schoolId(), school.cluster());
              }
            });
    return groups;
  }

  private static OptionalDouble agreement(Map<String, Integer> before, Map<String, Integer> after) {
    List<String> both = before.keySet().stream().filter(after::containsKey).toList();
    return both.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            AdjustedRandIndex.of(
                both.stream().mapToInt(before::get).toArray(),
                both.stream().mapToInt(after::get).toArray()));
  }

  private static List<RankChange> ranks(Findings before, Findings after) {
    Map<String, Double> own = new HashMap<>();
    before.context().current().forEach(score -> own.put(score.schoolId(), score.rank()));
    List<RankChange> changes = new ArrayList<>();
    for (ContextScore score : after.context().current()) {
      Double rank = own.get(score.schoolId());
      if (rank != null && rank != score.rank()) {
        changes.add(new RankChange(score.schoolId(), rank, score.rank()));
      }
    }
    return changes;
  }
}
