package io.levelfield.support.growth;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.levelfield.model.SchoolYear;
import io.levelfield.model.input.LinkedScores;
import io.levelfield.model.input.Measure;
import io.levelfield.model.input.PupilLinks;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.ScorePairs;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.input.TallyKey;
import io.levelfield.model.support.PupilGrowth;
import io.levelfield.model.support.SchoolGrowth;
import io.levelfield.model.text.Message;
import io.levelfield.study.GrowthSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The share of pupils with positive dynamics of their own results. */
public final class GrowthOfPupils {

  /** Two measures whose results follow each other. */
  private record Step(Measure earlier, Measure later) {}

  private final List<ResultTally> tallies;
  private final PupilLinks links;
  private final GrowthSettings settings;
  private final double confidence;
  private final MeasureRanks ranks;

  private GrowthOfPupils(StudyData data, GrowthSettings settings, double confidence) {
    this.tallies = data.tallies();
    this.links = data.support().pupilLinks();
    this.settings = settings;
    this.confidence = confidence;
    Set<Measure> measures = new HashSet<>();
    for (LinkedScores linked : links.linked()) {
      measures.add(linked.earlier());
      measures.add(linked.later().measure());
    }
    ranks = new MeasureRanks(tallies, measures);
  }

  /**
   * Tells it of every school and year, as far as codes link pupils.
   *
   * @param confidence of the shares' intervals
   * @param notes told of what cannot be said
   */
  public static PupilGrowth of(
      StudyData data, GrowthSettings settings, double confidence, Consumer<Message> notes) {
    PupilLinks links = data.support().pupilLinks();
    if (!links.possible()) {
      return PupilGrowth.NONE;
    }
    if (links.ambiguous() > settings.maxAmbiguous() * links.read()) {
      notes.accept(Message.of("growth.codes-repeat", links.ambiguous(), links.read()));
      return PupilGrowth.NONE;
    }
    if (links.linked().isEmpty()) {
      notes.accept(Message.of("growth.nobody-linked", links.read()));
      return PupilGrowth.NONE;
    }
    var growth = new GrowthOfPupils(data, settings, confidence);
    LinkedRanks linked = LinkedRanks.of(links.linked(), growth.ranks);
    if (linked.surelyBelow(settings.leastCorrelation(), confidence)) {
      notes.accept(
          Message.of("growth.codes-anew", linked.correlation(), settings.leastCorrelation()));
      return PupilGrowth.NONE;
    }
    if (links.ambiguous() > 0) {
      notes.accept(Message.of("growth.ambiguous", links.ambiguous(), links.read()));
    }
    return growth.counted();
  }

  private PupilGrowth counted() {
    SortedMap<TallyKey, GrowthCount> examinations = new TreeMap<>();
    SortedMap<SchoolYear, GrowthCount> years = new TreeMap<>();
    for (ResultTally tally : tallies) {
      boolean earlier = links.mayFollow().contains(tally.measure());
      boolean later = links.mayBeFollowed().contains(tally.measure());
      if (!tally.scores().isEmpty() && (earlier || later)) {
        long pupils = tally.scores().total();
        long followed = links.followed().getOrDefault(tally.key(), 0L);
        examinations
            .computeIfAbsent(tally.key(), key -> new GrowthCount(settings))
            .add(pupils, earlier, later, followed);
        years
            .computeIfAbsent(year(tally.key()), key -> new GrowthCount(settings))
            .add(pupils, earlier, later, followed);
      }
    }
    Map<Step, GrowthScale> scales = scales();
    for (LinkedScores linked : links.linked()) {
      GrowthScale scale = scales.get(new Step(linked.earlier(), linked.later().measure()));
      examinations.get(linked.later()).add(linked, scale);
      years.get(year(linked.later())).add(linked, scale);
    }
    List<SchoolGrowth> ofExaminations = new ArrayList<>();
    examinations.forEach(
        (key, count) ->
            ofExaminations.add(
                count.growth(
                    key.schoolId(), key.measure().year(), Optional.of(key.measure()), confidence)));
    List<SchoolGrowth> ofYears = new ArrayList<>();
    years.forEach(
        (key, count) ->
            ofYears.add(count.growth(key.schoolId(), key.year(), Optional.empty(), confidence)));
    return new PupilGrowth(ofExaminations, ofYears);
  }

  private static SchoolYear year(TallyKey key) {
    return new SchoolYear(key.schoolId(), key.measure().year());
  }

  /** Growth percentiles where the linked pupils of all schools are enough, else changes of rank. */
  private Map<Step, GrowthScale> scales() {
    Map<Step, List<ScorePairs>> pupils =
        links.linked().stream()
            .collect(
                groupingBy(
                    linked -> new Step(linked.earlier(), linked.later().measure()),
                    mapping(LinkedScores::scores, toList())));
    Map<Step, GrowthScale> scales = new HashMap<>();
    pupils.forEach(
        (step, scores) ->
            scales.put(
                step,
                GrowthPercentiles.of(scores, settings)
                    .<GrowthScale>map(own -> own)
                    .orElseGet(
                        () -> new RankChange(ranks.of(step.earlier()), ranks.of(step.later())))));
    return scales;
  }
}
