package io.levelfield.support.growth;

import io.levelfield.model.input.LinkedScores;
import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ScorePairs;
import io.levelfield.model.support.GrowthMethod;
import io.levelfield.model.support.SchoolGrowth;
import io.levelfield.stats.Descriptive;
import io.levelfield.stats.Interval;
import io.levelfield.stats.WilsonInterval;
import io.levelfield.study.GrowthSettings;
import io.levelfield.study.GrowthSettings.Movers;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.hipparchus.util.ResizableDoubleArray;

/** Counts a school's pupils by what became of their results. */
final class GrowthCount {
  private final GrowthSettings settings;
  private final Set<GrowthMethod> methods = EnumSet.noneOf(GrowthMethod.class);
  private final ResizableDoubleArray percentiles = new ResizableDoubleArray();
  private long pupils;
  private long mayFollow;
  private long mayBeFollowed;
  private long followed;
  private long linked;
  private long movers;
  private long counted;

  /** Pupils with positive dynamics, twice, as ties count half. */
  private long halves;

  GrowthCount(GrowthSettings settings) {
    this.settings = settings;
  }

  /**
   * Counts pupils of an examination.
   *
   * @param earlier whether there is an earlier year to which they could be linked
   * @param later whether there is a later one
   * @param followedBy how many of them a later result is linked to
   */
  void add(long examined, boolean earlier, boolean later, long followedBy) {
    pupils += examined;
    mayFollow += earlier ? examined : 0;
    mayBeFollowed += later ? examined : 0;
    followed += followedBy;
  }

  /** Counts linked pupils of those. */
  void add(LinkedScores links, GrowthScale scale) {
    ScorePairs scores = links.scores();
    linked += scores.size();
    movers += links.moved() ? scores.size() : 0;
    if (links.moved() && settings.movers() == Movers.LEAVE_OUT) {
      return;
    }
    counted += scores.size();
    methods.add(scale.method());
    for (int i = 0; i < scores.size(); i++) {
      double growth = scale.growth(scores.earlier(i), scores.later(i));
      halves += 1 + Math.round(Math.signum(growth - scale.neutral()));
      if (scale.method() == GrowthMethod.GROWTH_PERCENTILE) {
        percentiles.addElement(growth);
      }
    }
  }

  SchoolGrowth growth(String school, int year, Optional<Measure> measure, double confidence) {
    Optional<Interval> interval =
        counted == 0
            ? Optional.empty()
            : Optional.of(WilsonInterval.ofHalves(halves, counted, confidence));
    return new SchoolGrowth(
        school,
        year,
        measure,
        pupils,
        mayFollow == 0 ? OptionalLong.empty() : OptionalLong.of(mayFollow - linked),
        mayBeFollowed == 0 ? OptionalLong.empty() : OptionalLong.of(mayBeFollowed - followed),
        linked,
        movers,
        counted,
        halves / 2.0,
        interval.map(own -> OptionalDouble.of(own.low())).orElse(OptionalDouble.empty()),
        interval.map(own -> OptionalDouble.of(own.high())).orElse(OptionalDouble.empty()),
        percentiles.getNumElements() < settings.medianFrom()
            ? OptionalDouble.empty()
            : OptionalDouble.of(Descriptive.median(percentiles.getElements())),
        method());
  }

  private Optional<GrowthMethod> method() {
    return methods.size() > 1 ? Optional.of(GrowthMethod.BOTH) : methods.stream().findFirst();
  }
}
