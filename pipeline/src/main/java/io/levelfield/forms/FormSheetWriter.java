package io.levelfield.forms;

import io.levelfield.model.input.FormMarks;
import io.levelfield.model.input.School;
import io.levelfield.report.TableSheet;
import io.levelfield.text.Texts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.ProtectionOption;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;

/**
 * A sheet of a school's form, on A4. Its first two columns are hidden and hold {@link FormMarks};
 * what is filled in is checked by Excel and is all that can be changed.
 */
final class FormSheetWriter {
  /** Keeps slips of the mouse off, not people; the documentation names it. */
  private static final String PASSWORD = "levelfield";

  private static final int FIRST = 2;
  private static final int NUMBER = 2;
  private static final int LABEL = FormMarks.LABEL;
  private static final int UNIT = 4;
  private static final int ALLOWED = 5;
  private static final int VALUE = FormMarks.VALUE;
  private static final int BEFORE = 7;

  /** Widths in characters, from {@link #FIRST} on. */
  private static final int[] WIDTHS = {5, 46, 9, 26, 14, 12};

  /** Characters of a line over all of them. */
  private static final int WIDTH = 112;

  private static final int TITLE_POINTS = 14;
  private static final String FILL_IN = "FFF8E1";
  private static final String LINE = "9CA3AF";

  private final Worksheet sheet;
  private final FormSection section;
  private final School school;
  private final int year;
  private final Texts texts;
  private final Map<String, Integer> rows = new HashMap<>();
  private int row;
  private int firstField;

  private FormSheetWriter(
      Worksheet sheet, FormSection section, School school, int year, Texts texts) {
    this.sheet = sheet;
    this.section = section;
    this.school = school;
    this.year = year;
    this.texts = texts;
  }

  /**
   * Fills a sheet.
   *
   * @param contact who gets the form back
   */
  static void fill(
      Worksheet sheet,
      FormSection section,
      School school,
      int year,
      Optional<String> contact,
      Texts texts) {
    var writer = new FormSheetWriter(sheet, section, school, year, texts);
    writer.page();
    writer.head(contact);
    writer.table();
    writer.wide(FormMarks.TEXT, "", texts.get("forms.signed"));
    sheet.protect(PASSWORD);
  }

  private void page() {
    for (int i = 0; i < WIDTHS.length; i++) {
      sheet.width(FIRST + i, WIDTHS[i]);
    }
    for (int i = 0; i < FIRST; i++) {
      sheet.hideColumn(i);
    }
    sheet.pageOrientation("portrait");
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.setFitToPage(true);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    sheet.footer(school.id() + " · &P / &N", Position.RIGHT);
    sheet.hideGridLines();
  }

  private void head(Optional<String> contact) {
    String part = section.part().code();
    wide(FormMarks.SHEET + part, sheet.getName(), texts.get("forms.title-" + part));
    sheet.style(0, FIRST).bold().fontSize(TITLE_POINTS).set();
    sheet.rowHeight(0, TableSheet.height(2));
    wide(FormMarks.TEXT, "", texts.get("forms.how"));
    contact.ifPresent(to -> wide(FormMarks.TEXT, "", texts.get("forms.contact", to)));
    row++;
    identity(FormMarks.TEXT, "forms.school", school.name());
    identity(FormMarks.SCHOOL, "forms.code", school.id());
    identity(FormMarks.YEAR, "forms.year", Integer.toString(year));
    row++;
  }

  /** A text over the whole width, a row a line: which cells are merged the library mixes up. */
  private void wide(String mark, String sent, String text) {
    String first = mark;
    for (String line : TableSheet.broken(text, WIDTH)) {
      mark(first, sent);
      sheet.value(row++, FIRST, line);
      first = FormMarks.TEXT;
    }
  }

  private void identity(String mark, String label, String value) {
    sheet.value(row, LABEL, texts.get(label));
    String first = mark;
    for (String line : TableSheet.broken(value, WIDTH - WIDTHS[0] - WIDTHS[1])) {
      mark(first, value);
      sheet.value(row, LABEL + 1, line);
      sheet.style(row++, LABEL + 1).bold().set();
      first = FormMarks.TEXT;
    }
  }

  private void mark(String mark, String sent) {
    sheet.value(row, 0, mark);
    sheet.value(row, FormMarks.SENT, sent);
  }

  private void table() {
    String values = texts.get("forms.value", Integer.toString(year));
    mark(FormMarks.VALUES, values);
    sheet.value(row, NUMBER, texts.get("forms.number"));
    sheet.value(row, LABEL, texts.get("forms.label"));
    sheet.value(row, UNIT, texts.get("forms.unit"));
    sheet.value(row, ALLOWED, texts.get("forms.allowed"));
    sheet.value(row, VALUE, values);
    sheet.value(
        row,
        BEFORE,
        section.before().isPresent()
            ? texts.get("forms.before", Integer.toString(section.before().getAsInt()))
            : texts.get("forms.nothing-before"));
    bordered().bold().fillColor(TableSheet.HEADER_FILL).set();
    sheet.rowHeight(row, TableSheet.height(2));
    sheet.repeatRows(row);
    row++;
    firstField = row;
    for (int i = 0; i < section.fields().size(); i++) {
      rows.put(section.fields().get(i).column(), row + i);
    }
    section.fields().forEach(this::field);
    row++;
  }

  private OptionalInt wholeRow(FormField field) {
    return field.atMost().isPresent()
        ? OptionalInt.of(rows.get(field.atMost().get()))
        : OptionalInt.empty();
  }

  private StyleSetter bordered() {
    var style = sheet.range(row, FIRST, row, BEFORE).style();
    style.wrapText(true).verticalAlignment("top").borderStyle(BorderStyle.THIN).borderColor(LINE);
    return style;
  }

  private void field(FormField field) {
    FormCheck check = new FormCheck(field, wholeRow(field), texts);
    String allowed = check.told(firstField);
    mark(FormMarks.FIELD + field.column(), field.label());
    sheet.value(row, NUMBER, row - firstField + 1);
    sheet.value(row, LABEL, field.label());
    sheet.value(row, UNIT, texts.get("forms.unit-" + field.unit().code()));
    sheet.value(row, ALLOWED, allowed);
    section.before(school.id(), field.column()).ifPresent(value -> sheet.value(row, BEFORE, value));
    bordered().set();
    sheet.style(row, NUMBER).horizontalAlignment("center").verticalAlignment("top").set();
    sheet.style(row, BEFORE).fontColor(TableSheet.MUTED).set();
    sheet
        .style(row, VALUE)
        .fillColor(FILL_IN)
        .protectionOption(ProtectionOption.LOCKED, false)
        .set();
    sheet.rowHeight(
        row,
        TableSheet.height(
            Math.max(
                TableSheet.lines(field.label(), WIDTHS[LABEL - FIRST]),
                TableSheet.lines(allowed, WIDTHS[ALLOWED - FIRST]))));
    check.put(sheet, row, allowed);
    row++;
  }
}
