package io.levelfield.model.support;

import io.levelfield.model.text.Message;
import java.util.List;
import java.util.Optional;

/**
 * A school that is to have a partner.
 *
 * @param schoolId the school
 * @param partnership its partner; absent where it is left without one
 * @param reasons why this partner, or why none
 */
public record SupportedSchool(
    String schoolId, Optional<Partnership> partnership, List<Message> reasons) {

  public SupportedSchool {
    reasons = List.copyOf(reasons);
  }
}
