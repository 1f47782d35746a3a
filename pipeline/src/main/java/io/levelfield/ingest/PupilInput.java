package io.levelfield.ingest;

import io.levelfield.study.ResultsInput;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** An input of results with a row per pupil. */
record PupilInput(ResultsInput input, OpenInput opened) {

  /** Hashes of the files that more than one input reads. */
  static Set<String> filesOfSeveral(List<PupilInput> inputs) {
    if (inputs.size() < 2) {
      return Set.of(); // no hash need be waited for
    }
    Set<String> seen = new HashSet<>();
    Set<String> again = new HashSet<>();
    for (PupilInput input : inputs) {
      Set<String> own =
          input.opened().files().stream()
              .map(file -> file.survey().sha256())
              .collect(Collectors.toSet());
      own.stream().filter(seen::contains).forEach(again::add);
      seen.addAll(own);
    }
    return again;
  }
}
