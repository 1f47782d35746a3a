package io.levelfield.support.effect;

import io.levelfield.model.input.ReceivedSupport;
import io.levelfield.model.outcome.SchoolResult;
import io.levelfield.model.support.EffectAnalysis;
import io.levelfield.study.EffectSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What each programme did to the results of its schools. */
public final class SupportEffect {
  private SupportEffect() {}

  /**
   * Estimates the effects of all programmes.
   *
   * @param yearly every school's result in each year
   * @param context index of social well-being by school; may lack schools
   * @param support what schools get
   * @param confidence of intervals
   * @param seed of the study
   * @return ordered by programme, then as in {@link EffectAnalysis.Kind}; empty where nothing is
   *     known of support
   */
  public static List<EffectAnalysis> of(
      List<SchoolResult> yearly,
      Map<String, Double> context,
      List<ReceivedSupport> support,
      EffectSettings settings,
      double confidence,
      long seed) {
    YearlyCourses courses = YearlyCourses.of(yearly);
    Map<String, List<ReceivedSupport>> programmes = new TreeMap<>();
    for (ReceivedSupport own : support) {
      programmes.computeIfAbsent(own.programme(), p -> new ArrayList<>()).add(own);
    }
    List<EffectAnalysis> analyses = new ArrayList<>();
    programmes.forEach(
        (name, rows) -> {
          Programme programme = Programme.of(name, rows, support);
          analyses.addAll(
              new ProgrammeAnalyses(courses, context, programme, settings, confidence, seed).all());
        });
    return analyses;
  }
}
