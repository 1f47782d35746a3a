package io.levelfield.support;

import io.levelfield.model.context.ContextScore;
import io.levelfield.model.support.Dynamics;
import io.levelfield.model.support.SegregationIndex;
import io.levelfield.model.support.Support;
import io.levelfield.model.text.Message;
import io.levelfield.study.SupportSettings;
import io.levelfield.support.dynamics.SchoolDynamics;
import io.levelfield.support.segregation.PupilSegregation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The stage: what the authority does next, question by question. */
public final class SchoolSupport {
  private SchoolSupport() {}

  /**
   * Answers what can be answered, and says of the rest what it lacks.
   *
   * @param earlier what could not be told of earlier years
   */
  public static Support of(SupportBasis basis, SupportSettings settings, List<Message> earlier) {
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
    return new Support(segregation, dynamics, notes);
  }
}
