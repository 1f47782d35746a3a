package io.levelfield.forms;

import static io.levelfield.forms.FormsStudy.CLIMATE;
import static io.levelfield.forms.FormsStudy.CONDITIONS;
import static io.levelfield.forms.FormsStudy.PASSPORT;
import static io.levelfield.forms.FormsStudy.STAFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.input.ClimateMeasure;
import io.levelfield.model.input.InputFile;
import io.levelfield.model.input.Passport;
import io.levelfield.model.input.Reject;
import io.levelfield.model.input.StaffCount;
import io.levelfield.model.input.StaffFigure;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.text.Language;
import io.levelfield.model.text.Message;
import io.levelfield.testing.InEnglish;
import io.levelfield.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
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

  private static final String NO_FORM =
      ": this is no form that was sent to a school: a form is an .xlsx workbook with hidden columns"
          + " by which it is read. Ask for the file that was sent to be filled in and returned as"
          + " it is.";

  private static final Map<String, Object> TYPED =
      Map.of(
          "Pupils",
          320,
          "Orphans",
          30,
          "poor",
          0.25,
          "books",
          140,
          "teachers",
          20,
          "trained",
          7,
          "management",
          4,
          "pupils",
          50,
          "anxiety",
          31.5,
          "supplementary",
          12);

  @TempDir private Path scratch;

  @Test
  void everySchoolGetsItsFormWithWhatIsKnownBesideWhatIsAsked() throws IOException {
    FormsStudy study = FormsStudy.in(scratch);

    Forms.Written written = study.write("out", false);

    assertThat(written.year()).isEqualTo(2019);
    assertThat(written.forms()).isEqualTo(12);
    assertThat(written.sheets()).containsExactly(PASSPORT, STAFF, CONDITIONS, CLIMATE);
    assertThat(told(written.advice()))
        .containsExactly(
            "No bounds are set for the indicators books: the form takes any number."
                + " context_index.indicators.INDICATOR.range: [LOWEST, HIGHEST] sets them.",
            "Send the forms to the schools, and put the filled ones where the study looks for"
                + " them: inputs.forms[0].path: back/* (relative to the study file). Who has not"
                + " answered, and what was changed in a form, levelfield check will tell.");
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
        .contains("Ash", ">003<", "Poor pupils", "Return the form to: the office", "Value for 2019")
        .contains("Quality of management")
        .contains("0 to 1, e.g. 0.2 or 20%");
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
  void nobodyHasAnsweredBeforeAFormIsBack() throws IOException {
    FormsStudy study = FormsStudy.in(scratch);
    String none = "inputs.forms[0]: no school has returned its form yet. back/*: ";

    assertThat(FormsStudy.notes(study.read()))
        .containsExactly(none + "there is no directory " + study.path("back") + ".");
    Files.createDirectory(study.path("back"));
    assertThat(FormsStudy.notes(study.read()))
        .containsExactly(none + "no file matches it in " + study.path("back") + ".");
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
  void aFormThatWasEmptiedWithItsCodeIsNoAnswer() throws IOException {
    FormsStudy study = FormsStudy.in(scratch);
    StudyData before = study.read();
    study.write("out", false);
    Files.createDirectory(study.path("back"));
    FilledForm.empty(study.path("out/001.xlsx"), study.path("back/001.xlsx"));

    StudyData data = study.read();

    assertThat(data.passports()).isEqualTo(before.passports());
    assertThat(data.support()).isEqualTo(before.support());
    assertThat(FormsStudy.notes(data))
        .contains("inputs.forms[0]: the form for 2019 was returned empty by 1 schools: 001 Oak.");
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
    assertThat(study.questions(data))
        .contains(
            "004 orphans implausible-change",
            "006 * form-returned-empty",
            "007 * form-not-returned",
            "008 * form-not-returned",
            "012 climate form-sheet-empty");
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
            "back/004.xlsx, sheet 'Social passport', cell G%s, 'about 40': not a number"
                .formatted(row(study.path("back/004.xlsx"), PASSPORT, FIELD + "books")),
            ("back/005.xlsx, sheet 'Social passport', cell E%s, '006': the form was sent to school"
                    + " 005; not read until it is clear whose figures these are")
                .formatted(row(study.path("back/005.xlsx"), PASSPORT, "form.school")));
    assertThat(FormsStudy.notes(data))
        .containsExactly(
            "inputs.forms[0]: the form for 2019 was not returned by 2 of 12 schools: 007 Bay; 008"
                + " Fig.",
            "inputs.forms[0]: the form for 2019 was returned empty by 1 schools: 006 Липа.",
            "inputs.forms[0]: sheet 'School climate' for 2019 was left empty by 1 schools: 012 Pea.",
            "back/004.xlsx, sheet 'Social passport', cell G%s, 'about 40': not a number."
                .formatted(row(study.path("back/004.xlsx"), PASSPORT, FIELD + "books")),
            ("back/005.xlsx, sheet 'Social passport', cell E%s, '006': the form was sent to school"
                    + " 005; not read until it is clear whose figures these are.")
                .formatted(row(study.path("back/005.xlsx"), PASSPORT, "form.school")),
            "back/002.xlsx, sheet 'Social passport', cell D%s: a row was added, 'Twins'; it was not"
                    .formatted(row(study.path("out/002.xlsx"), PASSPORT, FIELD + "Orphans"))
                + " read.",
            "back/003.xlsx, sheet 'Sheet1', cell C1: the sheet was renamed, it was 'Social"
                + " passport'; it was read.",
            "back/008.xlsx" + NO_FORM);
    assertThat(data.files().stream().filter(file -> file.path().equals("back/001.xlsx")))
        .extracting(InputFile::role)
        .containsExactly("context", "staff", "conditions", "climate");

    Files.move(study.path("back/001.xlsx"), study.path("back/zz.xlsx"));
    Files.move(study.path("back/004.xlsx"), study.path("back/000.xlsx"));
    StudyData renamed = study.read();
    assertThat(renamed.passports()).isEqualTo(data.passports());
    assertThat(renamed.support()).isEqualTo(data.support());
  }

  @Test
  void theYearIsAskedForUntilMostSchoolsHaveAnswered() throws IOException {
    FormsStudy study = FormsStudy.in(scratch);
    study.answer("back", 2019, ANSWERING.subList(0, 6), TYPED);

    assertThat(study.write("again", false).year()).isEqualTo(2019);
    assertThat(part(study.path("again/001.xlsx"), "xl/sharedStrings.xml")).contains("Before: 2018");
    study.answer("back", 2019, ANSWERING.subList(0, 7), TYPED);
    assertThat(study.write("next", false).year()).isEqualTo(2020);
  }

  @Test
  void formsAreWrittenForThoseWhoHaveNotAnswered() throws IOException {
    FormsStudy study = FormsStudy.in(scratch);
    study.answer("back", 2019, ANSWERING, TYPED);
    study.answer("back", 2019, List.of("006"), Map.of());
    OptionalInt year = OptionalInt.of(2019);

    assertThat(study.write(new Forms.Wanted(year, study.path("left"), true, false)).forms())
        .isEqualTo(3);

    try (Stream<Path> written = Files.list(study.path("left"))) {
      assertThat(written.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("006.xlsx", "007.xlsx", "008.xlsx");
    }
    var owed = new Forms.Wanted(OptionalInt.empty(), study.path("owed"), true, false);
    assertThat(study.write(owed))
        .extracting(Forms.Written::year, Forms.Written::forms)
        .containsExactly(2019, 3);
    study.answer("back", 2019, List.of("006", "007", "008"), TYPED);
    var nobody = new Forms.Wanted(year, study.path("none"), true, false);
    assertThatThrownBy(() -> study.write(nobody)).isInstanceOf(FormsProblem.class);
    assertThat(study.path("none")).doesNotExist();
  }

  @Test
  void refusesWhatIsNoYear() {
    for (int year : new int[] {19, 1899, 2101}) {
      assertThatThrownBy(() -> new Forms.Wanted(OptionalInt.of(year), scratch, false, false))
          .isInstanceOf(FormsProblem.class);
    }
  }

  @Test
  void aFormOfLastYearAmongThisYearsIsNamedAndNobodyIsMissedForIt() throws IOException {
    FormsStudy study = FormsStudy.in(scratch);
    study.answer("back", 2018, List.of("007"), Map.of("teachers", 20, "trained", 7));
    Files.move(study.path("back/007.xlsx"), study.path("back/old.xlsx"));
    study.answer("back", 2019, ANSWERING, TYPED);

    assertThat(FormsStudy.notes(study.read()))
        .contains(
            "inputs.forms[0]: the form for 2019 was not returned by 3 of 12 schools: 006 Липа; 007"
                + " Bay; 008 Fig.",
            "back/old.xlsx: a form for 2018 among those for 2019; its figures count for 2018.")
        .noneMatch(note -> note.contains("for 2018 was not returned"));
  }

  @Test
  void cellsLeftEmptyAreNamedUnlessAnotherCopyHasThem() throws IOException {
    FormsStudy study = FormsStudy.in(scratch);
    Map<String, Object> gaps = new HashMap<>(TYPED);
    gaps.remove("Pupils");
    gaps.remove("poor");
    study.answer("back", 2019, List.of("010"), gaps);
    Path form = study.path("back/010.xlsx");
    String empty =
        "inputs.forms[0]: the form for 2019 of school 010 Ivy was not filled in completely: sheet"
            + " 'Social passport', ";
    String poor = "Poor pupils (G%s).".formatted(row(form, PASSPORT, FIELD + "poor"));

    StudyData data = study.read();
    assertThat(FormsStudy.notes(data))
        .contains(empty + "Pupils (G%s); ".formatted(row(form, PASSPORT, FIELD + "Pupils")) + poor);
    assertThat(study.questions(data)).contains("010 context form-cells-empty");

    gaps.put("Pupils", 320);
    FilledForm.fill(study.path("sent2019/010.xlsx"), study.path("back/010 (1).xlsx"), gaps);
    assertThat(FormsStudy.notes(study.read())).contains(empty + poor);
  }

  @Test
  void twoFormsOfASchoolWithDifferentValuesNameEachOther() throws IOException {
    FormsStudy study = FormsStudy.in(scratch);
    study.answer("back", 2019, ANSWERING, TYPED);
    Map<String, Object> other = new HashMap<>(TYPED);
    other.put("management", 2);
    FilledForm.fill(study.path("sent2019/001.xlsx"), study.path("back/zz.xlsx"), other);

    StudyData data = study.read();

    assertThat(data.support().conditions())
        .hasSize(8)
        .noneMatch(own -> own.schoolId().equals("001"));
    int row = row(study.path("back/zz.xlsx"), CONDITIONS, "form.school");
    assertThat(FormsStudy.notes(data))
        .contains(
            ("back/001.xlsx, sheet 'Conditions', cell E%s, '001': back/zz.xlsx has other figures of"
                    + " this school; neither counts, so leave the right one.")
                .formatted(row),
            ("back/zz.xlsx, sheet 'Conditions', cell E%s, '001': back/001.xlsx has other figures of"
                    + " this school; neither counts, so leave the right one.")
                .formatted(row));
  }

  @Test
  void whatIsNoFormIsNamedAndTheFormsAreRead() throws IOException {
    FormsStudy study = FormsStudy.in(scratch);
    study.answer("back", 2019, ANSWERING, TYPED);
    zip(study.path("back/letter.docx"), "[Content_Types].xml", "word/document.xml");
    zip(study.path("back/open.ods"), "mimetype", "content.xml");
    Files.write(study.path("back/old.xls"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, 0});
    byte[] whole = Files.readAllBytes(study.path("back/001.xlsx"));
    Files.write(study.path("back/001.xlsx"), Arrays.copyOf(whole, whole.length / 2));

    StudyData data = study.read();

    assertThat(data.support().staff()).hasSize(8);
    assertThat(FormsStudy.notes(data))
        .contains(
            "back/letter.docx" + NO_FORM,
            "back/old.xls" + NO_FORM,
            "back/open.ods is an OpenDocument spreadsheet (.ods); save it as .xlsx or CSV first."
                + " The form was not read.")
        .anyMatch(
            note ->
                note.startsWith("back/001.xlsx: the archive is damaged")
                    && note.endsWith("The form was not read."));
  }

  @Test
  void wordsForNumbersAreAskedAboutAndStopOnlyARunThatIsToStop() throws IOException {
    Map<String, Object> words = new HashMap<>(TYPED);
    words.put("books", "none");
    FormsStudy study = FormsStudy.in(scratch);
    study.answer("back", 2019, ANSWERING, words);

    StudyData data = study.read();

    assertThat(data.passports().stream().filter(own -> own.year() == 2019))
        .hasSize(9)
        .allMatch(own -> own.value("books").isEmpty() && own.value("poor").isPresent());
    assertThat(FormsStudy.notes(data).stream().filter(note -> note.endsWith("not a number.")))
        .hasSize(9);
    assertThat(told(data.notes()))
        .contains(
            "inputs.forms[0]: In a form an empty cell means that nothing is known, and zero that"
                + " there is none; ask the schools what \"none\" means.")
        .noneMatch(note -> note.contains("missing_values"));

    FormsStudy strict =
        FormsStudy.in(scratch, "contact: the", "max_rejects: 8\n      contact: the");
    assertThatThrownBy(strict::read)
        .isInstanceOf(InputsRefused.class)
        .extracting(InEnglish::told)
        .asString()
        .startsWith("inputs.forms[0]: 9 of 9 rows rejected, more than max_rejects 8 allows:")
        .endsWith("Correct the file.");
  }

  @Test
  void schoolsAreAskedAboutCellsThatCannotBeRead() throws IOException {
    Map<String, Object> words = new HashMap<>(TYPED);
    words.put("trained", "seven");
    words.put("books", "none");
    FormsStudy study = FormsStudy.in(scratch);
    study.answer("back", 2019, List.of("001"), words);

    assertThat(study.questions(study.read()))
        .contains("001 staff form-cell-unreadable", "001 * lost-passports")
        .doesNotContain("001 context form-cell-unreadable");
  }

  @Test
  void saysWhichScoresOfConditionsHaveNoBoundsAndWhoseAddressIsMissing() {
    FormsStudy study =
        FormsStudy.in(
            scratch,
            """
              forms:
                - path: back/*
                  staff: [trained]
                  conditions: {management: [1, 5]}
                  climate: [anxiety, supplementary]
                  contact: the office
            """,
            """
              conditions:
                - path: conditions.csv
                  columns: {school_id: id, scores: {management: m, buildings: b}}
                  constants: {year: 2018}
                  ranges: {management: [1, 5]}
            """);
    study.with("conditions.csv", "id,m,b\n001,3,2");

    assertThat(told(study.write("out", false).advice()))
        .contains(
            "No bounds are set for the scores of conditions buildings: the form takes any number."
                + " inputs.forms[].conditions: {management: [1, 5], buildings: […, …]} sets"
                + " them.",
            "The forms do not say whom to return them to, and until when: set"
                + " inputs.forms[].contact and write them again (--overwrite).");
  }

  private static List<String> told(List<Message> messages) {
    return messages.stream().map(Texts.in(Language.EN)::of).toList();
  }

  private static void zip(Path file, String... names) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write('x');
      }
    }
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
