package io.levelfield.ingest;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.Passport;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.StudyData;
import io.levelfield.study.StudyLoader;
import io.levelfield.testing.SharedSpark;
import io.levelfield.testing.StudyFiles;
import java.util.List;

/** Reads studies of a few rows. */
final class IngestStudy {
  private IngestStudy() {}

  /** Reads the study's inputs; by default any number of rejects is tolerated. */
  static StudyData read(StudyFiles files, String yaml) {
    String tolerant = yaml.contains("max_rejects") ? yaml : yaml + "\nmax_rejects: 1\n";
    return Ingest.read(
        StudyLoader.parse("study: tiny\n" + tolerant, List.of()),
        files.directory(),
        SharedSpark.workers());
  }

  static ResultTally tally(StudyData data, String school) {
    return data.tallies().stream()
        .filter(tally -> tally.schoolId().equals(school))
        .findFirst()
        .orElseThrow();
  }

  static ResultTally tally(StudyData data, String school, Measure measure) {
    return data.tallies().stream()
        .filter(tally -> tally.schoolId().equals(school) && tally.measure().equals(measure))
        .findFirst()
        .orElseThrow();
  }

  static Passport passport(StudyData data, String school) {
    return data.passports().stream()
        .filter(passport -> passport.schoolId().equals(school))
        .findFirst()
        .orElseThrow();
  }
}
