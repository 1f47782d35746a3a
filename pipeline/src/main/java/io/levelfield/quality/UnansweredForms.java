package io.levelfield.quality;

import io.levelfield.model.input.FormPart;
import io.levelfield.model.input.UnansweredForm;
import io.levelfield.model.quality.QualityFinding;
import io.levelfield.model.quality.QualityFinding.Severity;
import io.levelfield.model.text.Message;
import java.util.ArrayList;
import java.util.List;

/** Forms that schools did not return, or not in full, put to the school as questions. */
final class UnansweredForms {
  private UnansweredForms() {}

  static List<QualityFinding> findings(List<UnansweredForm> unanswered) {
    return unanswered.stream().map(UnansweredForms::finding).toList();
  }

  private static QualityFinding finding(UnansweredForm owed) {
    List<Object> facts = new ArrayList<>(List.of(Integer.toString(owed.year())));
    owed.part().map(FormPart::title).ifPresent(facts::add);
    if (!owed.cells().equals(Message.NONE)) {
      facts.add(owed.cells());
    }
    return new QualityFinding(
        "forms",
        owed.schoolId(),
        owed.year(),
        owed.part().map(FormPart::code).orElse(QualityFinding.SEVERAL),
        rule(owed.gap()),
        "",
        Severity.NOTE,
        facts);
  }

  private static String rule(UnansweredForm.Gap gap) {
    return switch (gap) {
      case NOT_RETURNED -> "form-not-returned";
      case EMPTY -> "form-returned-empty";
      case SHEET_EMPTY -> "form-sheet-empty";
      case CELLS_EMPTY -> "form-cells-empty";
      case CELL_UNREADABLE -> "form-cell-unreadable";
    };
  }
}
