package io.levelfield.forms;

import io.levelfield.ingest.Ingest;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.text.Language;
import io.levelfield.quality.QualityChecks;
import io.levelfield.study.ContextIndexSettings;
import io.levelfield.study.Study;
import io.levelfield.study.StudyLoader;
import io.levelfield.testing.SharedSpark;
import io.levelfield.testing.StudyFiles;
import io.levelfield.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** Twelve schools with passports of 2018 that are asked for those of 2019. */
final class FormsStudy {
  static final String PASSPORT = "Social passport";
  static final String STAFF = "Teachers";
  static final String CONDITIONS = "Conditions";
  static final String CLIMATE = "School climate";

  private static final String YAML =
      """
      study: forms
      inputs:
        schools:
          - {path: schools.csv, columns: {school_id: id, name: name}}
        results:
          - path: results.csv
            shape: means
            columns: {school_id: id, mean: mean, participants: n, sd: sd}
            constants: {year: 2018, procedure: exam, subject: maths}
            range: [0, 100]
        context:
          - {path: context.csv, columns: {school_id: id}, constants: {year: 2018}}
        forms:
          - path: back/*
            staff: [trained]
            conditions: {management: [1, 5]}
            climate: [anxiety, supplementary]
            contact: the office
      context_index:
        indicators:
          orphans: {direction: unfavourable, count: Orphans, denominator: Pupils}
          poor: {direction: unfavourable, range: [0, 1], label: {en: poor pupils}}
          books: {direction: favourable}
      support:
        risks: {conditions: {management: {label: {en: quality of management}}}}
      """;

  private static final List<String> NAMES =
      List.of("Oak", "Elm", "Ash", "Fir", "Yew", "Липа", "Bay", "Fig", "Box", "Ivy", "Nut", "Pea");

  private final StudyFiles files;
  private final Study study;

  private FormsStudy(StudyFiles files) {
    this.files = files;
    study = StudyLoader.load(files.path("study.yaml"), List.of());
  }

  static FormsStudy in(Path directory) {
    return in(directory, YAML);
  }

  /** The same study with a part of it written in another way. */
  static FormsStudy in(Path directory, String part, String other) {
    if (!YAML.contains(part)) {
      throw new IllegalArgumentException(part);
    }
    return in(directory, YAML.replace(part, other));
  }

  private static FormsStudy in(Path directory, String yaml) {
    var schools = new StringBuilder("id,name\n");
    var results = new StringBuilder("id,mean,n,sd\n");
    var context = new StringBuilder("id,Pupils,Orphans,poor,books\n");
    for (int i = 0; i < NAMES.size(); i++) {
      String id = String.format(Locale.ROOT, "%03d", i + 1);
      schools.append(id).append(',').append(NAMES.get(i)).append('\n');
      results.append(id).append(',').append(40 + 3 * i).append(",30,9\n");
      context.append(id).append(",300,").append(10 + i).append(",0.").append(10 + i);
      context.append(',').append(100 + i).append('\n');
    }
    return new FormsStudy(
        new StudyFiles(directory)
            .with("study.yaml", yaml.strip())
            .with("schools.csv", schools.toString().strip())
            .with("results.csv", results.toString().strip())
            .with("context.csv", context.toString().strip()));
  }

  void with(String file, String text) {
    files.with(file, text);
  }

  Path path(String file) {
    return files.path(file);
  }

  StudyData read() {
    return Ingest.read(study, files.directory(), SharedSpark.workers());
  }

  Forms.Written write(String directory, boolean overwrite) {
    return write(new Forms.Wanted(OptionalInt.empty(), path(directory), false, overwrite));
  }

  Forms.Written write(Forms.Wanted wanted) {
    return Forms.write(study, read(), wanted);
  }

  /** Forms of a year with these values typed into all of them, by {@link FilledForm}. */
  void answer(String directory, int year, List<String> schools, Map<String, Object> typed)
      throws IOException {
    Path sent = path("sent" + year);
    write(new Forms.Wanted(OptionalInt.of(year), sent, false, true));
    Files.createDirectories(path(directory));
    for (String school : schools) {
      String name = school + ".xlsx";
      FilledForm.fill(sent.resolve(name), path(directory).resolve(name), typed);
    }
  }

  /** What is asked of schools about their passports, as {@code school indicator rule}. */
  List<String> questions(StudyData data) {
    var indicators = ContextIndexSettings.indicatorsOf(study.contextIndex());
    return QualityChecks.ofInputs(data, indicators, study.quality()).findings().stream()
        .map(own -> own.schoolId() + " " + own.column() + " " + own.rule())
        .toList();
  }

  /** What is said of the forms. */
  static List<String> notes(StudyData data) {
    Texts texts = Texts.in(Language.EN);
    return data.notes().stream()
        .filter(note -> note.code().startsWith("inputs.form"))
        .map(texts::of)
        .toList();
  }
}
