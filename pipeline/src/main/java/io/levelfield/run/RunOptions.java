package io.levelfield.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a study is to be run.
 *
 * @param study the study's file
 * @param out the output directory; absent for {@code out/NAME} in the working directory
 * @param master a Spark cluster's URL; absent for all cores of this machine
 * @param overrides settings that replace those of the file, {@code a.b=value}
 */
public record RunOptions(
    Path study, Optional<Path> out, Optional<String> master, List<String> overrides) {
  public RunOptions {
    overrides = List.copyOf(overrides);
  }
}
