package io.levelfield.ingest;

import io.levelfield.model.input.FormMarks;
import io.levelfield.model.input.FormPart;
import io.levelfield.model.input.Reject;
import io.levelfield.model.text.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A sheet of a returned form. Rows are known by their marks, so that nothing is read amiss where
 * rows or columns were added, moved or taken out; what was changed is told.
 *
 * @param part what it asks
 * @param name of the sheet as it was returned
 * @param school the code
 * @param year the year
 * @param fields what was filled in, by the name of the column it stands for
 * @param changes of the form, in the order of the sheet
 */
record FormSheet(
    FormPart part,
    String name,
    Typed school,
    Typed year,
    Map<String, Typed> fields,
    List<Message> changes) {

  /** Rows among which that which names the sheet is looked for. */
  private static final int HEAD = 20;

  private static final int TEXT_LENGTH = 80;

  FormSheet {
    fields = Map.copyOf(fields);
    changes = List.copyOf(changes);
  }

  /**
   * What a cell holds.
   *
   * @param sent what it held when the form was sent, of what is not to be changed
   */
  record Typed(SheetCell cell, String text, String sent) {}

  /**
   * Reads a sheet.
   *
   * @param file name of the workbook, for messages
   * @param lines all rows of the sheet
   * @return empty where it is none of a form
   */
  static Optional<FormSheet> of(String file, String sheet, List<HeaderLine.Line> lines) {
    for (HeaderLine.Line line : lines.subList(0, Math.min(HEAD, lines.size()))) {
      for (int column = 0; column < line.fields().size(); column++) {
        String mark = line.fields().get(column);
        Optional<FormPart> part =
            Arrays.stream(FormPart.values())
                .filter(own -> mark.equals(FormMarks.SHEET + own.code()))
                .findFirst();
        if (part.isPresent()) {
          return Optional.of(new Reading(file, sheet, column, lines).sheet(part.get()));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether anything was filled in. */
  boolean answered() {
    return fields.values().stream().anyMatch(typed -> !typed.text().isBlank());
  }

  /** Whether a cell was filled in, by the name of the column it stands for. */
  boolean isFilled(String column) {
    return fields.containsKey(column) && !fields.get(column).text().isBlank();
  }

  /** Cells that were left empty, in the order of the sheet. */
  Stream<Map.Entry<String, Typed>> empty() {
    return fields.entrySet().stream()
        .filter(field -> !isFilled(field.getKey()))
        .sorted(Comparator.comparingLong(field -> field.getValue().cell().row()));
  }

  /**
   * Makes sure that the form is of the school and year that it was sent to and for.
   *
   * @throws BadCell if it says otherwise
   */
  void requireOwn() throws BadCell {
    requireSent(school, FormMarks.SCHOOL, Message.of("reject.form-of-other-school", school.sent()));
    requireSent(year, FormMarks.YEAR, Message.of("reject.form-of-other-year", year.sent()));
  }

  private static void requireSent(Typed typed, String column, Message reason) throws BadCell {
    if (!typed.text().strip().equals(typed.sent())) {
      throw new BadCell(column, typed.text(), reason);
    }
  }

  /** What stands for a column; empty where the form has no such row any more. */
  Optional<Typed> typed(String column) {
    return switch (column) {
      case FormMarks.SCHOOL -> Optional.of(school);
      case FormMarks.YEAR -> Optional.of(year);
      default -> Optional.ofNullable(fields.get(column));
    };
  }

  /**
   * A reject that names the cell of the form instead of the column it stands for. Whose a form with
   * another code is cannot be told.
   */
  Reject placed(Reject reject) {
    return typed(reject.column())
        .map(
            typed ->
                new Reject(
                    reject.file(),
                    typed.cell().row(),
                    name,
                    typed.cell().toString(),
                    reject.value(),
                    reject.reason(),
                    reject.raw(),
                    reject.account(),
                    school.text().equals(school.sent()) ? reject.school() : ""))
        .orElse(reject);
  }

  /** A walk over the rows of a sheet. */
  private static final class Reading {
    private final String file;
    private final String sheet;
    private final int marks;
    private final List<HeaderLine.Line> lines;
    private final int values;
    private final Map<String, Typed> fields = new HashMap<>();
    private final List<Message> changes = new ArrayList<>();
    private Typed school = new Typed(new SheetCell(1, 0), "", "");
    private Typed year = school;

    Reading(String file, String sheet, int marks, List<HeaderLine.Line> lines) {
      this.file = file;
      this.sheet = sheet;
      this.marks = marks;
      this.lines = lines;
      values = valueColumn();
    }

    FormSheet sheet(FormPart part) {
      for (HeaderLine.Line line : lines) {
        String mark = text(line, marks);
        String sent = text(line, marks + FormMarks.SENT);
        if (mark.isEmpty()) {
          added(line);
        } else if (mark.startsWith(FormMarks.SHEET)) {
          if (!sent.equals(sheet)) {
            changes.add(
                Message.of(
                    "inputs.form-sheet-renamed",
                    file,
                    sheet,
                    cell(line, marks + FormMarks.SENT + 1),
                    sent));
          }
        } else if (mark.equals(FormMarks.SCHOOL)) {
          school = identity(line, sent);
        } else if (mark.equals(FormMarks.YEAR)) {
          year = identity(line, sent);
        } else if (mark.startsWith(FormMarks.FIELD)) {
          field(line, mark.substring(FormMarks.FIELD.length()), sent);
        }
      }
      return new FormSheet(part, sheet, school, year, fields, changes);
    }

    /** The column with the heading that was sent, wherever it is now. */
    private int valueColumn() {
      for (HeaderLine.Line line : lines) {
        if (text(line, marks).equals(FormMarks.VALUES)) {
          int at = line.fields().lastIndexOf(text(line, marks + FormMarks.SENT));
          return at > marks + FormMarks.SENT ? at : marks + FormMarks.VALUE;
        }
      }
      return marks + FormMarks.VALUE;
    }

    private void added(HeaderLine.Line line) {
      for (int i = 0; i < line.fields().size(); i++) {
        if (!text(line, i).isEmpty()) {
          changes.add(
              Message.of(
                  "inputs.form-row-added", file, sheet, cell(line, i), shortened(text(line, i))));
          return;
        }
      }
    }

    /** What stands behind the name of a row. */
    private Typed identity(HeaderLine.Line line, String sent) {
      int first = marks + FormMarks.LABEL + 1;
      for (int i = first; i < line.fields().size(); i++) {
        if (!text(line, i).isEmpty()) {
          return new Typed(new SheetCell(line.line(), i), text(line, i), sent);
        }
      }
      return new Typed(new SheetCell(line.line(), first), "", sent);
    }

    private void field(HeaderLine.Line line, String column, String sent) {
      if (!seen(line).contains(sent)) {
        int at = marks + FormMarks.LABEL;
        changes.add(
            Message.of(
                "inputs.form-label-changed",
                file,
                sheet,
                cell(line, at),
                shortened(text(line, at)),
                sent));
      }
      Typed typed = new Typed(new SheetCell(line.line(), values), text(line, values), sent);
      fields.merge(column, typed, this::oneOf);
    }

    /** Of a row that is there twice, what was filled in; nothing where that differs. */
    private Typed oneOf(Typed first, Typed second) {
      boolean differ = !first.text().equals(second.text());
      if (differ && !first.text().isEmpty() && !second.text().isEmpty()) {
        changes.add(
            Message.of(
                "inputs.form-row-twice",
                file,
                sheet,
                first.cell().toString(),
                second.cell().toString(),
                first.sent()));
        return new Typed(first.cell(), "", first.sent());
      }
      return first.text().isEmpty() ? second : first;
    }

    /** What people see of a row. */
    private List<String> seen(HeaderLine.Line line) {
      return line.fields().stream().skip(marks + FormMarks.SENT + 1L).map(String::strip).toList();
    }

    private static String text(HeaderLine.Line line, int column) {
      return column < line.fields().size() ? line.fields().get(column).strip() : "";
    }

    private static String cell(HeaderLine.Line line, int column) {
      return new SheetCell(line.line(), column).toString();
    }

    private static String shortened(String text) {
      return text.length() <= TEXT_LENGTH ? text : text.substring(0, TEXT_LENGTH) + "…";
    }
  }
}
