package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.levelfield.model.input.FormPart;
import io.levelfield.model.text.Language;
import io.levelfield.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A sheet of a form is read by its marks, whatever was done to it. */
class FormSheetTest {
  private static final List<String> SENT =
      List.of(
          "form.sheet:context|Passport|Social passport",
          "form.text||Fill in",
          "form.school|001||Code|001",
          "form.year|2019||Year|2019",
          "form.values|Value for 2019|No.|What|Unit|Allowed|Value for 2019|Before",
          "form.field:Pupils|Pupils|1|Pupils|number|any|320|300",
          "form.field:Orphans|Orphans|2|Orphans|number|any|30|10");

  @Test
  void readsWhatWasTypedFromTheCellItStandsIn() throws BadCell {
    FormSheet sheet = read(SENT);

    sheet.requireOwn();
    assertThat(sheet.part()).isEqualTo(FormPart.CONTEXT);
    assertThat(value(sheet, "Pupils")).isEqualTo("G6=320");
    assertThat(value(sheet, "Orphans")).isEqualTo("G7=30");
    assertThat(sheet.answered()).isTrue();
    assertThat(sheet.changes()).isEmpty();
  }

  @Test
  void movedRowsAndAddedColumnsChangeNothing() {
    List<String> moved = new ArrayList<>(SENT);
    Collections.swap(moved, 5, 6);
    assertThat(value(read(moved), "Pupils")).isEqualTo("G7=320");

    List<String> before = SENT.stream().map(line -> "|" + line).toList();
    assertThat(value(read(before), "Pupils")).isEqualTo("H6=320");
    List<String> between =
        SENT.stream().map(line -> line.replaceFirst("(\\|any)", "$1|x")).toList();
    List<String> headed = new ArrayList<>(between);
    headed.set(4, SENT.get(4).replace("Allowed", "Allowed|own"));
    assertThat(value(read(headed), "Orphans")).isEqualTo("H7=30");
  }

  @Test
  void tellsWhatWasChanged() {
    List<String> changed = new ArrayList<>(SENT);
    changed.set(5, SENT.get(5).replace("1|Pupils", "1|Pupils and teachers"));
    changed.add("form.field:Orphans|Orphans|2|Orphans|number|any|31|10");
    changed.add("||||||7");

    FormSheet sheet = read(changed);

    assertThat(sheet.changes().stream().map(Texts.in(Language.EN)::of))
        .containsExactly(
            "f.xlsx, sheet 'Passport', cell D6: says 'Pupils and teachers' where 'Pupils' was"
                + " asked; read as what was asked.",
            "f.xlsx, sheet 'Passport', cells G7 and G8: different values of one thing, 'Orphans';"
                + " neither was read.",
            "f.xlsx, sheet 'Passport', cell G9: a row was added, '7'; it was not read.");
    assertThat(value(sheet, "Orphans")).isEqualTo("G7=");
  }

  @Test
  void refusesTheFormOfAnotherSchoolOrYear() {
    List<String> other = new ArrayList<>(SENT);
    other.set(3, "form.year|2019||Year|2018");
    BadCell fault = catchThrowableOfType(BadCell.class, () -> read(other).requireOwn());

    assertThat(fault.value()).isEqualTo("2018");
    assertThat(Texts.in(Language.EN).of(fault.reason())).startsWith("the form was sent for 2019");
  }

  @Test
  void takesNoOtherSheetForAForm() {
    assertThat(FormSheet.of("f.xlsx", "Passport", lines(List.of("a|b", "1|2")))).isEmpty();
  }

  private static String value(FormSheet sheet, String column) {
    FormSheet.Typed typed = sheet.typed(column).orElseThrow();
    return typed.cell() + "=" + typed.text();
  }

  private static FormSheet read(List<String> lines) {
    return FormSheet.of("f.xlsx", "Passport", lines(lines)).orElseThrow();
  }

  private static List<HeaderLine.Line> lines(List<String> lines) {
    List<HeaderLine.Line> all = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      all.add(new HeaderLine.Line(i + 1, Arrays.asList(lines.get(i).split("\\|", -1))));
    }
    return all;
  }
}
