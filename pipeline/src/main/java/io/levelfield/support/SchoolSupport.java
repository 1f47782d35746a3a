package io.levelfield.support;

import io.levelfield.model.context.ContextScore;
import io.levelfield.model.input.ReceivedSupport;
import io.levelfield.model.input.SupportData;
import io.levelfield.model.outcome.SchoolResult;
import io.levelfield.model.support.ClimateFigure;
import io.levelfield.model.support.Dynamics;
import io.levelfield.model.support.EffectAnalysis;
import io.levelfield.model.support.ExpectedResult;
import io.levelfield.model.support.IndicatorValue;
import io.levelfield.model.support.Partners;
import io.levelfield.model.support.PupilGrowth;
import io.levelfield.model.support.RiskProfiles;
import io.levelfield.model.support.SegregationIndex;
import io.levelfield.model.support.Support;
import io.levelfield.model.support.Teachers;
import io.levelfield.model.text.Message;
import io.levelfield.study.Programme;
import io.levelfield.study.SupportSettings;
import io.levelfield.support.climate.SocialEffects;
import io.levelfield.support.dynamics.SchoolDynamics;
import io.levelfield.support.effect.SupportEffect;
import io.levelfield.support.growth.GrowthOfPupils;
import io.levelfield.support.indicators.ExpectedResults;
import io.levelfield.support.indicators.ProgrammeIndicators;
import io.levelfield.support.partners.PartnerNetwork;
import io.levelfield.support.risks.RiskProfile;
import io.levelfield.support.segregation.PupilSegregation;
import io.levelfield.support.teachers.SchoolTeachers;
import io.levelfield.support.teachers.SubjectResults;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The stage: what the authority does next, question by question. */
public final class SchoolSupport {
  private static List<EffectAnalysis> effect(SupportBasis basis, SupportSettings settings) {
    return SupportEffect.of(
        basis.outcomes().yearly(),
        basis.context().current().stream()
            .collect(Collectors.toMap(ContextScore::schoolId, ContextScore::index)),
        basis.data().support().received(),
        settings.effect(),
        basis.confidence(),
        basis.seed());
  }

  /** So many schools are named in a note. */
  private static final int NAMED = 10;

  private SchoolSupport() {}

  /**
   * Answers what can be answered, and says of the rest what it lacks.
   *
   * @param programme of the authority; absent where the study names none
   * @param earlier what could not be told of earlier years
   * @param whole whether the effect of support is estimated too; it takes long and notes nothing
   */
  public static Support of(
      SupportBasis basis,
      SupportSettings settings,
      Optional<Programme> programme,
      List<Message> earlier,
      boolean whole) {
    List<Message> notes = new ArrayList<>(earlier);
    List<SegregationIndex> segregation =
        PupilSegregation.of(
            basis.data(),
            basis.context().scores().stream().map(ContextScore::key).collect(Collectors.toSet()),
            basis.indicators(),
            settings.segregation(),
            basis.confidence(),
            basis.seed(),
            notes::add);
    Dynamics dynamics = SchoolDynamics.of(basis, settings.dynamics(), notes::add);
    Partners partners = PartnerNetwork.of(basis, settings.partners(), notes::add);
    PupilGrowth growth =
        GrowthOfPupils.of(basis.data(), settings.growth(), basis.confidence(), notes::add);
    Teachers teachers =
        SchoolTeachers.of(
            basis.data().support(),
            SubjectResults.of(basis),
            partners.networkOf(),
            settings.teachers(),
            basis.confidence(),
            notes::add);
    RiskProfiles risks = RiskProfile.of(basis, settings.risks(), notes::add);
    List<ClimateFigure> climate = SocialEffects.of(basis);
    List<ExpectedResult> expected = ExpectedResults.of(basis, climate, growth);
    List<IndicatorValue> indicators =
        ProgrammeIndicators.of(basis, climate, settings.indicators(), programme);
    List<EffectAnalysis> effect = whole ? effect(basis, settings) : List.of();
    startsOutside(basis).ifPresent(notes::add);
    notes.addAll(lacking(basis.data().support()));
    return new Support(
        segregation,
        dynamics,
        teachers,
        growth,
        risks,
        partners,
        climate,
        effect,
        expected,
        indicators,
        notes);
  }

  /** Schools whose support cannot show in any result because of its start. */
  private static Optional<Message> startsOutside(SupportBasis basis) {
    IntSummaryStatistics years =
        basis.outcomes().yearly().stream().mapToInt(SchoolResult::lastYear).summaryStatistics();
    List<String> schools =
        basis.data().support().received().stream()
            .filter(own -> own.firstYear().isPresent())
            .filter(
                own ->
                    own.firstYear().getAsInt() < years.getMin()
                        || own.firstYear().getAsInt() > years.getMax())
            .map(ReceivedSupport::schoolId)
            .distinct()
            .toList();
    return schools.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Message.of(
                "effect.start-outside",
                Integer.toString(years.getMin()),
                Integer.toString(years.getMax()),
                schools.size(),
                String.join(", ", schools.subList(0, Math.min(NAMED, schools.size())))));
  }

  /** The inputs without which tables are empty, in one sentence. */
  private static List<Message> lacking(SupportData data) {
    List<String> inputs = new ArrayList<>();
    if (data.received().isEmpty()) {
      inputs.add("inputs.support");
    }
    if (data.staff().isEmpty()) {
      inputs.add("inputs.staff");
    }
    if (data.diagnostics().isEmpty()) {
      inputs.add("inputs.diagnostics");
    }
    if (data.conditions().isEmpty()) {
      inputs.add("inputs.conditions");
    }
    if (data.climate().isEmpty()) {
      inputs.add("inputs.climate");
    }
    return inputs.isEmpty() ? List.of() : List.of(Message.of("support.lacking", inputs));
  }
}
