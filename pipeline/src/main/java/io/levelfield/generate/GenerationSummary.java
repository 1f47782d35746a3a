package io.levelfield.generate;

import java.util.List;

/**
 * What was generated.
 *
 * @param files names of the files written, within the directory
 * @param resultRows rows of all results files, spoiled ones included
 * @param passportRows rows of the social passports, spoiled ones included
 * @param spoiledRows rows recorded in {@code dirt.csv}
 */
public record GenerationSummary(
    List<String> files, long resultRows, long passportRows, long spoiledRows) {

  public GenerationSummary {
    files = List.copyOf(files);
  }
}
