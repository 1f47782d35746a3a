package io.levelfield.draft;

import io.levelfield.model.text.Language;
import io.levelfield.model.text.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Proposes a study for a user's files and writes it, with the schema that editors check it by. */
public final class Draft {
  /** The schema beside the study. */
  static final String SCHEMA = "study.schema.json";

  private Draft() {}

  /**
   * A study that runs once its required questions are answered.
   *
   * @param yaml its text
   * @param taken what the files were taken for
   * @param questions to the user, in the order of lines
   */
  public record Proposed(String yaml, List<Taken> taken, List<Asked> questions) {
    public Proposed {
      taken = List.copyOf(taken);
      questions = List.copyOf(questions);
    }
  }

  /** What a file, or a sheet of one, was taken for. */
  public record Taken(String file, Message as) {}

  /**
   * A question in the study.
   *
   * @param line it stands on, from 1
   * @param yaml what else stands there; empty where nothing does
   */
  public record Asked(int line, String yaml, Question question) {}

  /**
   * Proposes a study. The same files give the same study, in whatever order they are named.
   *
   * @param files tables in any dialect, packed or not, or workbooks
   * @param study where it is to stand; paths of the files are relative to it
   * @throws io.levelfield.model.InputsRefused if a file is no table
   * @throws DraftProblem if no file names schools
   */
  public static Proposed of(List<Path> files, Path study, Language language) {
    Words words = Words.load();
    List<Table> tables = new ArrayList<>();
    new TreeSet<>(files).forEach(file -> tables.addAll(Table.of(file)));
    return new StudyText(TableRoles.of(tables, words), words, language, new FilePaths(study))
        .proposed(name(study));
  }

  /** What a study is called: as its file, or as the directory of a file that is just a study. */
  private static String name(Path study) {
    Path whole = study.toAbsolutePath().normalize();
    String own = String.valueOf(whole.getFileName()).replaceFirst("\\.ya?ml$", "");
    Path directory = whole.getParent().getFileName();
    String name = own.equals("study") && directory != null ? directory.toString() : own;
    return name.replaceAll("[^\\p{L}\\p{N}_.-]+", "-").replaceAll("^[-.]+|[-.]+$", "");
  }

  /**
   * Writes a proposed study, and its schema beside it.
   *
   * @throws DraftProblem if it is there already and not to be replaced, or cannot be written
   */
  public static void write(Proposed proposed, Path study, boolean overwrite) {
    try (InputStream schema = Draft.class.getResourceAsStream(SCHEMA)) {
      if (overwrite) {
        Files.writeString(study, proposed.yaml());
      } else {
        Files.writeString(study, proposed.yaml(), StandardOpenOption.CREATE_NEW);
      }
      Files.copy(schema, study.resolveSibling(SCHEMA), StandardCopyOption.REPLACE_EXISTING);
    } catch (FileAlreadyExistsException e) {
      throw DraftProblem.exists(study);
    } catch (IOException e) {
      throw DraftProblem.unwritable(study, e);
    }
  }
}
