package io.levelfield.ingest;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.text.Message;
import io.levelfield.study.Dialect;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sheet of a workbook that is read: the one the study names by name or number, else the only
 * one with the mapped columns.
 *
 * @param sheet its name
 * @param head the records it begins with
 * @param suitable names of all sheets with the mapped columns
 * @param others names of all other sheets
 */
record SheetChoice(
    String sheet, List<HeaderLine.Line> head, List<String> suitable, List<String> others) {

  SheetChoice {
    head = List.copyOf(head);
    suitable = List.copyOf(suitable);
    others = List.copyOf(others);
  }

  /**
   * Chooses a sheet.
   *
   * @param search for the mapped columns
   * @throws InputsRefused if there is no such sheet, or several could be meant
   */
  static SheetChoice of(FileSource workbook, String name, Dialect dialect, HeaderSearch search)
      throws IOException {
    long lines = Math.max(HeaderLine.LINES_SEARCHED, dialect.headerLine().orElse(0)) + 1L;
    List<String> all = SheetRecords.sheets(workbook, true);
    List<String> shown = SheetRecords.sheets(workbook, false);
    Map<String, List<HeaderLine.Line>> heads = new LinkedHashMap<>();
    for (String sheet : all) {
      heads.put(sheet, SheetRecords.head(workbook.withSheet(sheet), '.', lines));
    }
    List<String> suitable = shown.stream().filter(sheet -> search.suits(heads.get(sheet))).toList();
    String chosen;
    if (dialect.sheet().isPresent()) {
      chosen = named(dialect.sheet().get(), all, name);
    } else if (suitable.size() > 1) {
      throw new InputsRefused(
          Message.of("inputs.sheet-of-several", name, String.join(", ", suitable)));
    } else {
      chosen =
          suitable.stream()
              .findFirst()
              .or(() -> shown.stream().filter(sheet -> !heads.get(sheet).isEmpty()).findFirst())
              .orElseThrow(() -> new InputsRefused(Message.of("inputs.empty", name)));
    }
    return new SheetChoice(
        chosen,
        heads.get(chosen),
        suitable,
        all.stream().filter(sheet -> !sheet.equals(chosen)).toList());
  }

  private static String named(String sheet, List<String> all, String name) {
    if (all.contains(sheet)) {
      return sheet;
    }
    if (sheet.matches("[1-9]\\d{0,3}") && Integer.parseInt(sheet) <= all.size()) {
      return all.get(Integer.parseInt(sheet) - 1);
    }
    throw new InputsRefused(Message.of("inputs.no-sheet", name, sheet, String.join(", ", all)));
  }

  /** Which sheet may be meant where this one lacks a column. */
  Message hint() {
    if (!suitable.isEmpty()) {
      return Message.of("inputs.hint-sheet", suitable.get(0));
    }
    return others.isEmpty()
        ? Message.NONE
        : Message.of("inputs.hint-other-sheets", sheet, String.join(", ", others));
  }
}
