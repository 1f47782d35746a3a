package io.levelfield.forms;

import io.levelfield.model.input.Passport;
import io.levelfield.model.input.School;
import io.levelfield.model.input.StudyData;
import io.levelfield.report.WorkbookFile;
import io.levelfield.study.FormTables;
import io.levelfield.study.FormsInput;
import io.levelfield.study.Study;
import io.levelfield.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes the forms of a year: a workbook a school, named by its code. */
public final class Forms {
  private Forms() {}

  /**
   * Forms that were written.
   *
   * @param sheets names of the sheets of each
   */
  public record Written(int year, int forms, List<String> sheets) {
    public Written {
      sheets = List.copyOf(sheets);
    }
  }

  /**
   * Writes a form for every school.
   *
   * @param year that is asked for; by default that after the latest social passport or result
   * @param directory made where it is missing
   * @param overwrite whether files there are replaced, which may hold what a school filled in
   * @throws FormsProblem if the study asks nothing, a file is there, or none can be written
   */
  public static Written write(
      Study study, StudyData data, OptionalInt year, Path directory, boolean overwrite) {
    List<FormsInput> inputs = study.inputs().forms();
    FormsInput form = inputs.isEmpty() ? FormsInput.ofOtherInputs() : inputs.get(inputs.size() - 1);
    FormTables tables = FormTables.of(study, form);
    if (tables.parts().isEmpty()) {
      throw FormsProblem.asksNothing();
    }
    Texts texts = Texts.in(study.language());
    int asked = year.orElseGet(() -> next(data));
    List<FormSection> sections = FormSections.of(tables, study, data, asked, texts);
    List<Path> files = data.schools().stream().map(s -> directory.resolve(file(s.id()))).toList();
    if (!overwrite) {
      files.stream()
          .filter(Files::exists)
          .findFirst()
          .ifPresent(
              file -> {
                throw FormsProblem.exists(file);
              });
    }
    try {
      Files.createDirectories(directory);
      for (int i = 0; i < files.size(); i++) {
        School school = data.schools().get(i);
        WorkbookFile.write(
            files.get(i),
            workbook -> sections.forEach(own -> fill(workbook, own, school, asked, form, texts)));
      }
    } catch (IOException e) {
      throw FormsProblem.unwritable(directory, e);
    } catch (UncheckedIOException e) {
      throw FormsProblem.unwritable(directory, e.getCause());
    }
    return new Written(
        asked, files.size(), sections.stream().map(own -> sheetName(own, texts)).toList());
  }

  private static void fill(
      Workbook workbook,
      FormSection section,
      School school,
      int year,
      FormsInput form,
      Texts texts) {
    Worksheet sheet = workbook.newWorksheet(sheetName(section, texts));
    FormSheetWriter.fill(sheet, section, school, year, form.contact(), texts);
    try {
      sheet.finish(); // the library writes one sheet at a time
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sheetName(FormSection section, Texts texts) {
    return texts.get("message.form." + section.part().code());
  }

  private static int next(StudyData data) {
    return 1
        + data.passports().stream()
            .mapToInt(Passport::year)
            .max()
            .orElseGet(
                () ->
                    data.tallies().stream()
                        .mapToInt(tally -> tally.measure().year())
                        .max()
                        .orElseThrow());
  }

  /** A name that any system takes, of each code its own. */
  private static String file(String code) {
    var name = new StringBuilder();
    code.codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c) || c == '-' || c == '_') {
                name.appendCodePoint(c);
              } else {
                name.append('~').append(Integer.toHexString(c)).append('~');
              }
            });
    return name + ".xlsx";
  }
}
