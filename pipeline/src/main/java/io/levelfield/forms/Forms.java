package io.levelfield.forms;

import io.levelfield.model.input.Passport;
import io.levelfield.model.input.School;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.input.UnansweredForm;
import io.levelfield.model.text.Message;
import io.levelfield.report.WorkbookFile;
import io.levelfield.study.FormTables;
import io.levelfield.study.FormsInput;
import io.levelfield.study.InputFiles;
import io.levelfield.study.Study;
import io.levelfield.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes the forms of a year: a workbook a school, named by its code. */
public final class Forms {
  private Forms() {}

  /**
   * Forms that are wanted.
   *
   * @param year that is asked for; by default that after the newest of which most schools have a
   *     social passport, or, where there is none, that after the latest result; of unanswered forms
   *     that which schools owe
   * @param directory made where it is missing
   * @param unanswered whether only schools get one of which nothing that is asked is known
   * @param overwrite whether files there are replaced, which may hold what a school filled in
   */
  public record Wanted(OptionalInt year, Path directory, boolean unanswered, boolean overwrite) {
    /**
     * @throws FormsProblem if the year can be none
     */
    public Wanted {
      if (year.isPresent() && !InputFiles.isYear(year.getAsInt())) {
        throw FormsProblem.noYear(year.getAsInt());
      }
    }
  }

  /**
   * Forms that were written.
   *
   * @param sheets names of the sheets of each
   * @param advice what to know before they are sent
   */
  public record Written(int year, int forms, List<String> sheets, List<Message> advice) {
    public Written {
      sheets = List.copyOf(sheets);
      advice = List.copyOf(advice);
    }
  }

  /**
   * Writes forms.
   *
   * @throws FormsProblem if the study asks nothing, all schools have answered, a file is there, or
   *     none can be written
   */
  public static Written write(Study study, StudyData data, Wanted wanted) {
    List<FormsInput> inputs = study.inputs().forms();
    FormsInput form = inputs.isEmpty() ? FormsInput.ofOtherInputs() : inputs.get(inputs.size() - 1);
    FormTables tables = FormTables.of(study, form);
    if (tables.parts().isEmpty()) {
      throw FormsProblem.asksNothing();
    }
    Texts texts = Texts.in(study.language());
    int asked = wanted.year().orElseGet(() -> wanted.unanswered() ? owed(data) : next(data));
    List<FormSection> sections = FormSections.of(tables, study, data, asked, texts);
    List<School> schools =
        data.schools().stream()
            .filter(
                school ->
                    !wanted.unanswered()
                        || sections.stream().noneMatch(own -> own.answered().contains(school.id())))
            .toList();
    if (schools.isEmpty()) {
      throw FormsProblem.allAnswered(asked);
    }
    Path directory = wanted.directory();
    List<Path> files = schools.stream().map(s -> directory.resolve(file(s.id()))).toList();
    if (!wanted.overwrite()) {
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
        School school = schools.get(i);
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
        asked,
        files.size(),
        sections.stream().map(own -> sheetName(own, texts)).toList(),
        FormAdvice.of(study, tables));
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

  /** The year that schools owe forms of; where none came back that which is being collected. */
  private static int owed(StudyData data) {
    return data.unanswered().stream()
        .mapToInt(UnansweredForm::year)
        .max()
        .orElseGet(() -> next(data));
  }

  /** The year that is being collected, until most schools have answered; then the next. */
  private static int next(StudyData data) {
    Map<Integer, Long> passports =
        data.passports().stream()
            .filter(own -> !own.values().isEmpty())
            .collect(Collectors.groupingBy(Passport::year, Collectors.counting()));
    return 1
        + passports.entrySet().stream()
            .filter(year -> 2 * year.getValue() > data.schools().size())
            .mapToInt(Map.Entry::getKey)
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
