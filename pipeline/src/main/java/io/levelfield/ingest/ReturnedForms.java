package io.levelfield.ingest;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.input.FormPart;
import io.levelfield.model.input.Reject;
import io.levelfield.model.input.School;
import io.levelfield.model.text.Message;
import io.levelfield.study.FormsInput;
import io.levelfield.study.InputFiles;
import io.levelfield.text.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The forms that schools returned, each opened once, and what of them could not be read. */
final class ReturnedForms {
  /** Faults of archives that are no workbooks; their cure, unpacking, is none of a form. */
  private static final Set<String> OF_ARCHIVES =
      Set.of("inputs.zip-of-several", "inputs.zip-empty", "inputs.zip-locked");

  private final Map<String, Returned> byInput = new HashMap<>();

  /**
   * What came back of the forms of an input.
   *
   * @param none why no file was found; absent where one was
   * @param rejects what could not be read, filled as sheets are
   * @param missing rows that sheets lack, filled as sheets are
   */
  record Returned(
      List<Form> forms, Optional<Message> none, List<Reject> rejects, List<Message> missing) {

    private static Returned in(FormsInput input, Path base) {
      InputPaths.Found found = InputPaths.find(base, input.path());
      Unpacking unpacking = Unpacking.of(input.dialect());
      return new Returned(
          found.files().stream().map(named -> opened(named, unpacking)).toList(),
          found.none(),
          new ArrayList<>(),
          new ArrayList<>());
    }
  }

  /**
   * A returned file.
   *
   * @param state it was in when it was opened
   * @param sheets of the form, in the order of the workbook; empty where it is none
   * @param fault why it is none
   */
  record Form(
      InputPaths.Named named,
      FileState state,
      FileSource source,
      List<FormSheet> sheets,
      Optional<Message> fault) {
    Form {
      sheets = List.copyOf(sheets);
    }

    private static Form none(InputPaths.Named named, FileState state, Message fault) {
      return new Form(named, state, FileSource.plain(named.path()), List.of(), Optional.of(fault));
    }

    boolean answered() {
      return sheets.stream().anyMatch(FormSheet::answered);
    }

    boolean answered(FormPart part) {
      return sheets.stream().anyMatch(sheet -> sheet.part() == part && sheet.answered());
    }

    /** The year it was sent for; empty of a file that is no form. */
    Optional<Integer> year() {
      return sheets.stream()
          .map(sheet -> sheet.year().sent())
          .findFirst()
          .filter(sent -> sent.matches("\\d{4}"))
          .map(Integer::valueOf)
          .filter(InputFiles::isYear);
    }

    /** The school it was sent to; it must be a form. */
    String school() {
      return sheets.get(0).school().sent();
    }
  }

  /**
   * The forms of an input.
   *
   * @param path YAML path
   * @param base directory the study's paths are relative to
   * @throws InputsRefused if a file is missing or the system does not let it be read; what is no
   *     form is none
   */
  List<Form> of(String path, FormsInput input, Path base) {
    return byInput.computeIfAbsent(path, p -> Returned.in(input, base)).forms();
  }

  private static Form opened(InputPaths.Named named, Unpacking unpacking) {
    Message unknown = Message.of("inputs.form-unknown", named.name());
    try {
      FileSource source = FileSource.of(named.path(), named.name(), unpacking);
      FileState state = FileState.of(named.path());
      List<FormSheet> sheets = sheets(named.name(), source);
      return sheets.isEmpty()
          ? Form.none(named, state, unknown)
          : new Form(named, state, source, sheets, Optional.empty());
    } catch (InputsRefused e) {
      if (!Files.isRegularFile(named.path())) {
        throw e;
      }
      Message why = e.told();
      return Form.none(
          named,
          FileState.of(named.path()),
          OF_ARCHIVES.contains(why.code()) ? unknown : Message.of("inputs.form-damaged", why));
    } catch (IOException e) {
      throw new InputsRefused(Message.of("inputs.unreadable", named.name(), FileFault.of(e)), e);
    }
  }

  private static List<FormSheet> sheets(String name, FileSource source) throws IOException {
    List<FormSheet> sheets = new ArrayList<>();
    if (source.kind() == FileSource.Kind.SHEET) {
      for (String sheet : SheetRecords.sheets(source, true)) {
        FormSheet.of(
                name, sheet, SheetRecords.head(source.withSheet(sheet), '.', Integer.MAX_VALUE))
            .ifPresent(sheets::add);
      }
    }
    return sheets;
  }

  /** Keeps which of the columns that are wanted a sheet has no row for. */
  void noteMissing(String path, Form form, FormSheet sheet, List<String> wanted) {
    wanted.stream()
        .filter(column -> sheet.typed(column).isEmpty())
        .map(
            column ->
                Message.of("inputs.form-row-removed", form.named().name(), sheet.name(), column))
        .forEach(byInput.get(path).missing()::add);
  }

  /** Keeps what could not be read of the sheets of an input. */
  void noteRejects(String path, List<List<PartLog>> logs) {
    logs.forEach(file -> file.forEach(part -> byInput.get(path).rejects().addAll(part.rejects())));
  }

  /**
   * Who has not answered, what could not be read, and what was changed.
   *
   * @param path YAML path of an input that was read
   * @param parts that the forms ask
   * @param schools that they were sent to, ordered
   */
  FormNotes notes(String path, List<FormPart> parts, Collection<School> schools) {
    return new FormNotes(path, byInput.get(path), parts, schools);
  }
}
