package io.levelfield.support.dynamics;

import io.levelfield.model.support.Dynamics;
import io.levelfield.model.text.Message;
import io.levelfield.study.DynamicsSettings;
import io.levelfield.support.SupportBasis;
import java.util.function.Consumer;

/** What the years changed. */
public final class SchoolDynamics {
  private SchoolDynamics() {}

  /**
   * Sets the years beside each other.
   *
   * @param notes told of what cannot be said
   */
  public static Dynamics of(
      SupportBasis basis, DynamicsSettings settings, Consumer<Message> notes) {
    var lists = new ListsByYear(basis.lists());
    return new Dynamics(
        SchoolChanges.of(basis, lists),
        lists.stays(settings.exitYears()),
        new ResultGaps(basis, settings).of(notes));
  }
}
