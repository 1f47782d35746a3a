package io.levelfield.forms;

import static io.levelfield.forms.FormsStudy.CLIMATE;
import static io.levelfield.forms.FormsStudy.CONDITIONS;
import static io.levelfield.forms.FormsStudy.PASSPORT;
import static io.levelfield.forms.FormsStudy.STAFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.levelfield.model.input.ClimateMeasure;
import io.levelfield.model.input.InputFile;
import io.levelfield.model.input.Passport;
import io.levelfield.model.input.Reject;
import io.levelfield.model.input.StaffCount;
import io.levelfield.model.input.StaffFigure;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.text.Language;
import io.levelfield.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forms are written, filled in by LibreOffice, and read back. */
class FormsTest {
  private static final String FIELD = "form.field:";

  /** Enough of them to tell what changes from year to year are usual. */
  private static final List<String> ANSWERING =
      List.of("001", "002", "003", "004", "005", "009", "010", "011", "012");

  @TempDir private Path scratch;

  @Test
  void everySchoolGetsItsFormWithWhatIsKnownBesideWhatIsAsked() throws IOException {
    FormsStudy study = FormsStudy.in(scratch);

    Forms.Written written = study.write("out", false);

    assertThat(written)
        .isEqualTo(new Forms.Written(2019, 12, List.of(PASSPORT, STAFF, CONDITIONS, CLIMATE)));
    Path form = study.path("out/003.xlsx");
    String pupils = "G" + row(form, PASSPORT, FIELD + "Pupils");
    String orphans = "G" + row(form, PASSPORT, FIELD + "Orphans");
    String poor = "G" + row(form, PASSPORT, FIELD + "poor");
    assertThat(part(form, "xl/worksheets/sheet1.xml"))
        .contains("sqref=\"" + orphans + ":" + orphans + "\" type=\"custom\"")
        .contains(
            "AND(ISNUMBER(o),o>=0,INT(o)=o,OR(NOT(ISNUMBER(p)),p>=o))"
                .replaceAll("\\bo\\b", orphans)
                .replaceAll("\\bp\\b", pupils))
        .contains("AND(ISNUMBER(p),p>=0,1>=p)".replaceAll("\\bp\\b", poor))
        .contains("<v>300.0</v>", "<v>12.0</v>", "<v>0.12</v>")
        .contains("hidden=\"true\"", "<sheetProtection");
    assertThat(part(study.path("out/003.xlsx"), "xl/sharedStrings.xml"))
        .contains(
            "Ash", ">003<", "Poor pupils", "Return the form to: the office", "Value for 2019");
    assertThat(part(study.path("out/003.xlsx"), "xl/worksheets/sheet3.xml"))
        .contains("type=\"list\"", "<formula1>\"1,2,3,4,5\"</formula1>");
  }

  @Test
  void theSameStudyGivesTheSameBytesAndNoAnswerIsOverwritten() throws IOException {
    FormsStudy study = FormsStudy.in(scratch);
    study.write("out", false);
    byte[] first = Files.readAllBytes(study.path("out/001.xlsx"));

    study.write("out", true);

    assertThat(Files.readAllBytes(study.path("out/001.xlsx"))).isEqualTo(first);
    assertThatThrownBy(() -> study.write("out", false)).isInstanceOf(FormsProblem.class);
  }

  @Test
  void nobodyHasAnsweredBeforeAFormIsBack() {
    assertThat(FormsStudy.notes(FormsStudy.in(scratch).read()))
        .containsExactly("inputs.forms[0]: no school has returned its form yet.");
  }

  @Test
  void aFormReturnedAsItWasSentIsNoAnswer() throws IOException {
    FormsStudy study = FormsStudy.in(scratch);
    StudyData before = study.read();
    study.write("back", false);
    Files.delete(study.path("back/007.xlsx"));
    Files.copy(study.path("back/001.xlsx"), study.path("back/001 (1).xlsx"));

    StudyData data = study.read();

    assertThat(data.passports()).isEqualTo(before.passports());
    assertThat(data.support()).isEqualTo(before.support());
    assertThat(data.rejects()).isEmpty();
    assertThat(FormsStudy.notes(data))
        .containsExactly(
            "inputs.forms[0]: the form for 2019 was not returned by 1 of 12 schools: 007 Bay.",
            "inputs.forms[0]: the form for 2019 was returned empty by 11 schools: 001 Oak; 002 Elm;"
                + " 003 Ash; 004 Fir; 005 Yew; 006 Липа; 008 Fig; 009 Box; 010 Ivy; 011 Nut; 012 Pea.");
  }

  @Test
  void whatSchoolsTypedIsReadAndWhatTheyBrokeIsNamedWithItsCell() throws IOException {
    assumeTrue(Files.isExecutable(OfficeForm.OFFICE), "LibreOffice is not installed here");
    FormsStudy study = FormsStudy.in(scratch);
    study.write("out", false);
    Files.delete(study.path("out/007.xlsx"));
    Files.delete(study.path("out/008.xlsx"));
    OfficeForm.convert(study.path("out"), study.path("open"), "fods", study.path("office"));
    for (String school : ANSWERING) {
      fill(OfficeForm.open(study.path("open/" + school + ".fods")));
    }
    OfficeForm.open(study.path("open/002.fods"))
        .addRowAbove(PASSPORT, FIELD + "Orphans", 3, "Twins")
        .save();
    OfficeForm.open(study.path("open/003.fods")).rename(PASSPORT, "Sheet1").save();
    OfficeForm.open(study.path("open/004.fods"))
        .type(PASSPORT, FIELD + "books", "about 40")
        .type(PASSPORT, FIELD + "Orphans", "200")
        .save();
    OfficeForm.open(study.path("open/005.fods")).type(PASSPORT, "form.school", 4, "006").save();
    OfficeForm.open(study.path("open/012.fods"))
        .type(CLIMATE, FIELD + "pupils", "")
        .type(CLIMATE, FIELD + "anxiety", "")
        .type(CLIMATE, FIELD + "supplementary", "")
        .save();
    OfficeForm.convert(study.path("open"), study.path("back"), "xlsx", study.path("office"));
    try (var out = Files.newOutputStream(study.path("back/008.xlsx"));
        var other = new Workbook(out, "test", null)) {
      other.newWorksheet("Passport").value(0, 0, "typed anew");
    }

    StudyData data = study.read();

    Map<String, Double> typed = Map.of("orphans", 30 / 320.0, "poor", 0.25, "books", 140.0);
    assertThat(data.passports().stream().filter(passport -> passport.year() == 2019))
        .containsExactly(
            new Passport("001", 2019, typed),
            new Passport("002", 2019, typed),
            new Passport("003", 2019, typed),
            new Passport("004", 2019, Map.of("orphans", 200 / 320.0, "poor", 0.25)),
            new Passport("009", 2019, typed),
            new Passport("010", 2019, typed),
            new Passport("011", 2019, typed),
            new Passport("012", 2019, typed));
    assertThat(study.questions(data)).contains("004 orphans implausible-change");
    assertThat(data.support().staff())
        .allMatch(own -> own.teachers() == 20)
        .allMatch(own -> own.part(StaffFigure.TRAINED).orElseThrow().count() == 7)
        .extracting(StaffCount::schoolId)
        .containsExactlyElementsOf(ANSWERING);
    assertThat(data.support().conditions()).hasSize(9).allMatch(own -> own.score() == 4);
    assertThat(data.support().climate())
        .hasSize(8)
        .allMatch(own -> own.pupils() == 50 && own.year() == 2019)
        .allMatch(own -> own.values().get(ClimateMeasure.ANXIETY) == 31.5)
        .allMatch(own -> own.values().get(ClimateMeasure.SUPPLEMENTARY) == 12);
    Texts texts = Texts.in(Language.EN);
    assertThat(data.rejects())
        .extracting(Reject::told)
        .extracting(texts::of)
        .containsExactly(
            "back/004.xlsx, line %1$s, column Social passport!G%1$s, value 'about 40': not a number"
                .formatted(row(study.path("back/004.xlsx"), PASSPORT, FIELD + "books")),
            ("back/005.xlsx, line %1$s, column Social passport!E%1$s, value '006': the form was sent"
                    + " to school 005; not read until it is clear whose figures these are")
                .formatted(row(study.path("back/005.xlsx"), PASSPORT, "form.school")));
    assertThat(FormsStudy.notes(data))
        .containsExactly(
            "inputs.forms[0]: the form for 2019 was not returned by 2 of 12 schools: 007 Bay; 008"
                + " Fig.",
            "inputs.forms[0]: the form for 2019 was returned empty by 1 schools: 006 Липа.",
            "inputs.forms[0]: sheet 'School climate' for 2019 was left empty by 1 schools: 012 Pea.",
            "back/002.xlsx, sheet 'Social passport', cell D%s: a row was added, 'Twins'; it was not"
                    .formatted(row(study.path("out/002.xlsx"), PASSPORT, FIELD + "Orphans"))
                + " read.",
            "back/003.xlsx, sheet 'Sheet1', cell C1: the sheet was renamed, it was 'Social"
                + " passport'; it was read.",
            "back/008.xlsx: this is no form that was sent to a school: it lacks the hidden columns"
                + " by which it is read. Ask for the file that was sent to be filled in.");
    assertThat(data.files().stream().filter(file -> file.path().equals("back/001.xlsx")))
        .extracting(InputFile::role)
        .containsExactly("context", "staff", "conditions", "climate");

    Files.move(study.path("back/001.xlsx"), study.path("back/zz.xlsx"));
    Files.move(study.path("back/004.xlsx"), study.path("back/000.xlsx"));
    StudyData renamed = study.read();
    assertThat(renamed.passports()).isEqualTo(data.passports());
    assertThat(renamed.support()).isEqualTo(data.support());
  }

  private static void fill(OfficeForm form) {
    form.type(PASSPORT, FIELD + "Pupils", "320")
        .type(PASSPORT, FIELD + "Orphans", "30")
        .type(PASSPORT, FIELD + "poor", "0.25")
        .type(PASSPORT, FIELD + "books", "140")
        .type(STAFF, FIELD + "teachers", "20")
        .type(STAFF, FIELD + "trained", "7")
        .type(CONDITIONS, FIELD + "management", "4")
        .type(CLIMATE, FIELD + "pupils", "50")
        .type(CLIMATE, FIELD + "anxiety", "31.5")
        .type(CLIMATE, FIELD + "supplementary", "12")
        .save();
  }

  /** The row with a mark, from 1. */
  private static int row(Path workbook, String sheet, String mark) throws IOException {
    try (var opened = new ReadableWorkbook(workbook.toFile())) {
      return opened.findSheet(sheet).orElseThrow().read().stream()
          .filter(row -> row.getCellText(0).equals(mark))
          .findFirst()
          .orElseThrow()
          .getRowNum();
    }
  }

  private static String part(Path workbook, String name) throws IOException {
    try (var zip = new ZipFile(workbook.toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
