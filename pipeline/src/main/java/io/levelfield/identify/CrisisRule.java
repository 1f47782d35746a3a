package io.levelfield.identify;

import io.levelfield.model.identify.Label;
import io.levelfield.model.text.Message;
import io.levelfield.stats.HierarchicalNormal.Belief;
import io.levelfield.study.IdentifySettings.Crisis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A school in crisis: low results in unfavourable conditions, and a fall that matters or risks of
 * staff.
 */
final class CrisisRule implements Rule {
  private final LowResultRule low;
  private final UnfavourableContextRule unfavourable;
  private final Trends trends;
  private final StaffRisks staff;
  private final Crisis settings;
  private final double points;

  CrisisRule(
      LowResultRule low,
      UnfavourableContextRule unfavourable,
      Trends trends,
      StaffRisks staff,
      Crisis settings,
      double points) {
    this.low = low;
    this.unfavourable = unfavourable;
    this.trends = trends;
    this.staff = staff;
    this.settings = settings;
    this.points = points;
  }

  @Override
  public Label label() {
    return Label.CRISIS;
  }

  @Override
  public Optional<Message> lacking() {
    Optional<Message> lack = low.lacking().or(unfavourable::lacking);
    if (lack.isPresent()) {
      return lack;
    }
    return trends.isEmpty() && staff.isEmpty()
        ? Optional.of(Message.of("label.no-trends", settings.slopeYears()))
        : Optional.empty();
  }

  @Override
  public Optional<Boolean> formal(String school) {
    Optional<Boolean> isLow = low.formal(school);
    Optional<Boolean> isUnfavourable = unfavourable.formal(school);
    return isLow.isEmpty() || isUnfavourable.isEmpty() || !tellsWhatWorsens(school)
        ? Optional.empty()
        : Optional.of(isLow.get() && isUnfavourable.get() && worsens(school));
  }

  /** A fall that is not known may be there, unless risks of staff suffice. */
  private boolean tellsWhatWorsens(String school) {
    return trends.of(school).isPresent() || staff.holds(school);
  }

  private boolean worsens(String school) {
    return staff.holds(school)
        || trends.of(school).map(trend -> trend.mean() <= -settings.fall()).orElse(false);
  }

  /** The probability of a fall that matters; risks of staff are counted and so sure. */
  private double worsening(String school) {
    return staff.holds(school) ? 1 : trends.of(school).orElseThrow().notAbove(-settings.fall());
  }

  /**
   * The product of the three. Who falls is more often low in the newest year, so it is rather too
   * small.
   */
  @Override
  public OptionalDouble probability(String school) {
    OptionalDouble isLow = low.probability(school);
    return isLow.isPresent()
        ? OptionalDouble.of(
            isLow.getAsDouble()
                * unfavourable.probability(school).orElseThrow()
                * worsening(school))
        : OptionalDouble.empty();
  }

  @Override
  public boolean borderline(String school) {
    boolean isLow = low.formal(school).orElseThrow();
    boolean isUnfavourable = unfavourable.formal(school).orElseThrow();
    boolean near = nearlyTurns(school);
    return (worsens(school) || near)
        && (isLow || low.borderline(school))
        && (isUnfavourable || unfavourable.borderline(school))
        && (near || low.borderline(school) || unfavourable.borderline(school));
  }

  /** Whether a threshold moved a little turns whether the school falls or has risks of staff. */
  private boolean nearlyTurns(String school) {
    Optional<Belief> trend = trends.of(school);
    boolean nearFall = trend.map(t -> Math.abs(t.mean() + settings.fall()) <= points).orElse(false);
    boolean falls = trend.map(t -> t.mean() <= -settings.fall()).orElse(false);
    boolean nearStaff =
        staff.moved(points).holds(school) != staff.holds(school)
            || staff.moved(-points).holds(school) != staff.holds(school);
    // What one of the two makes sure, the other cannot turn.
    return staff.holds(school)
        ? nearStaff && (!falls || nearFall)
        : nearFall || (nearStaff && !falls);
  }

  @Override
  public List<Message> reasons(String school) {
    List<Message> reasons = new ArrayList<>();
    boolean byStaff = staff.holds(school);
    if (byStaff) {
      reasons.addAll(staff.reasons(school));
    }
    trends.of(school).ifPresent(trend -> reasons.add(fall(trend)));
    reasons.addAll(low.reasons(school));
    reasons.addAll(unfavourable.reasons(school));
    if (staff.isEmpty()) {
      reasons.add(Message.of("crisis.no-staff"));
    } else if (!byStaff) {
      reasons.addAll(staff.reasons(school));
    }
    return reasons;
  }

  private Message fall(Belief trend) {
    double change = trend.mean();
    return Message.of(
        change <= -settings.fall()
            ? "crisis.falling"
            : change < 0 ? "crisis.falling-little" : "crisis.not-falling",
        Math.abs(change),
        settings.slopeYears(),
        trend.notAbove(-settings.fall()),
        settings.fall());
  }

  @Override
  public List<Message> toExit(String school) {
    return low.toExit(school);
  }

  /** Those of low results, then those of conditions, then those of staff where it is known. */
  @Override
  public List<CrisisRule> variants() {
    List<CrisisRule> variants = new ArrayList<>();
    low.variants().forEach(v -> variants.add(with(v, unfavourable, staff)));
    unfavourable.variants().forEach(v -> variants.add(with(low, v, staff)));
    if (!staff.isEmpty()) {
      variants.add(with(low, unfavourable, staff.moved(points)));
      variants.add(with(low, unfavourable, staff.moved(-points)));
    }
    return List.copyOf(variants);
  }

  private CrisisRule with(
      LowResultRule ofLow, UnfavourableContextRule ofContext, StaffRisks risks) {
    return new CrisisRule(ofLow, ofContext, trends, risks, settings, points);
  }
}
