package io.levelfield.cli;

import io.levelfield.testing.StudyFiles;
import java.nio.file.Path;
import java.util.List;

/** Eight schools with a result, two indicators and two groups, complete and right. */
final class TinyStudy {
  static final String YAML =
      """
      study: tiny
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
      context_index:
        indicators:
          poor: {direction: unfavourable, range: [0, 1]}
          books: {direction: favourable}
        variants: [pca, regression]
      clusters: {k: 2, restarts: 5}
      """;

  static final List<String> SCHOOLS =
      List.of(
          "id,name",
          "001,Oak",
          "002,Elm",
          "003,Ash",
          "004,Fir",
          "005,\"Yew, the old\"",
          "006,Липа",
          "007,Bay",
          "008,Fig");

  static final List<String> RESULTS =
      List.of(
          "id,mean,n,sd",
          "001,42,20,9",
          "002,45,30,10",
          "003,41,25,8",
          "004,47,40,11",
          "005,66,50,10",
          "006,70,35,9",
          "007,64,45,12",
          "008,71,20,8");

  static final List<String> CONTEXT =
      List.of(
          "id,poor,books",
          "001,0.5,40",
          "002,0.4,60",
          "003,0.6,30",
          "004,0.45,45",
          "005,0.1,150",
          "006,0.2,170",
          "007,0.15,140",
          "008,0.05,200");

  private TinyStudy() {}

  static StudyFiles in(Path directory) {
    return new StudyFiles(directory)
        .with("study.yaml", YAML.strip())
        .with("schools.csv", SCHOOLS.toArray(String[]::new))
        .with("results.csv", RESULTS.toArray(String[]::new))
        .with("context.csv", CONTEXT.toArray(String[]::new));
  }
}
