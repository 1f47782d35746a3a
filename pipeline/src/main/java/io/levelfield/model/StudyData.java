package io.levelfield.model;

import java.util.List;

/**
 * What the inputs hold once read: everything after it works on these records.
 *
 * @param schools ordered by id
 * @param tallies ordered by key
 * @param passports ordered by school and year
 * @param rejects ordered by file and line
 * @param files in the study's order
 * @param notes what the reader had to decide or could not do, for the run's warnings
 */
public record StudyData(
    List<School> schools,
    List<ResultTally> tallies,
    List<Passport> passports,
    List<Reject> rejects,
    List<InputFile> files,
    List<String> notes) {

  public StudyData {
    schools = List.copyOf(schools);
    tallies = List.copyOf(tallies);
    passports = List.copyOf(passports);
    rejects = List.copyOf(rejects);
    files = List.copyOf(files);
    notes = List.copyOf(notes);
  }
}
