package io.levelfield.generate;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Generates the files of a synthetic authority. Results are streamed: the heap holds the schools,
 * never the pupils.
 */
public final class DistrictGenerator {
  private static final String DIRT = "dirt.csv";

  private DistrictGenerator() {}

  /**
   * Writes the files into the directory, which is created if need be.
   *
   * @return what was written
   * @throws FileAlreadyExistsException if a file to be written is there already and the options do
   *     not allow replacing it, or if results of other years lie there, which the study would read
   *     as well; nothing is written then
   * @throws IOException if a file cannot be written
   */
  public static GenerationSummary generate(GeneratorOptions options, Path directory)
      throws IOException {
    List<String> files = files(options);
    if (!options.overwrite()) {
      requireAbsent(files, directory);
    }
    Files.createDirectories(directory);
    requireNoLeftovers(files, directory);
    List<SyntheticSchool> schools = SchoolPopulation.draw(options);
    ReferenceFiles.writeSchools(schools, directory);
    ReferenceFiles.writeMinimums(options, directory);
    ReferenceFiles.writeTruth(schools, directory);
    ConditionsFile.write(options, schools, directory);
    ClimateFile.write(options, schools, directory);
    SupportFile.write(options, schools, directory);
    StaffFile.write(options, schools, directory);
    DiagnosticsFile.write(options, schools, directory);
    GuideFiles.writeStudy(options, directory);
    GuideFiles.writeProgramme(options, directory);
    GuideFiles.writeReadme(options, directory);
    try (DirtLog dirtLog =
        options.dirt() > 0 ? DirtLog.in(directory.resolve(DIRT)) : DirtLog.none()) {
      long passportRows = PassportsFile.write(options, schools, directory, dirtLog);
      long resultRows = 0;
      for (int year = options.firstYear(); year <= options.lastYear(); year++) {
        resultRows += ResultsFile.write(options, schools, year, directory, dirtLog);
      }
      return new GenerationSummary(files, resultRows, passportRows, dirtLog.rows());
    }
  }

  private static List<String> files(GeneratorOptions options) {
    List<String> files =
        new ArrayList<>(
            List.of(
                GuideFiles.README,
                GuideFiles.STUDY,
                GuideFiles.PROGRAMME,
                ReferenceFiles.SCHOOLS,
                ReferenceFiles.MINIMUMS,
                ReferenceFiles.TRUTH,
                PassportsFile.NAME,
                ConditionsFile.NAME,
                ClimateFile.NAME,
                SupportFile.NAME,
                SupportFile.TRUTH,
                StaffFile.NAME,
                DiagnosticsFile.NAME));
    for (int year = options.firstYear(); year <= options.lastYear(); year++) {
      files.add(ResultsFile.nameOf(year));
    }
    if (options.dirt() > 0) {
      files.add(DIRT);
    }
    return files;
  }

  private static void requireAbsent(List<String> files, Path directory)
      throws FileAlreadyExistsException {
    for (String file : files) {
      Path path = directory.resolve(file);
      if (Files.exists(path)) {
        throw new FileAlreadyExistsException(
            path.toString(), null, "is there already; choose another directory or overwrite it");
      }
    }
  }

  private static void requireNoLeftovers(List<String> files, Path directory) throws IOException {
    try (DirectoryStream<Path> found =
        Files.newDirectoryStream(directory, "{" + ResultsFile.GLOB + "," + DIRT + "}")) {
      for (Path path : found) {
        if (!files.contains(path.getFileName().toString())) {
          throw new FileAlreadyExistsException(
              path.toString(),
              null,
              "belongs to other data; remove it or choose another directory");
        }
      }
    }
  }
}
