package io.levelfield.simulation;

import io.levelfield.disclosure.AttackedDistrict;
import io.levelfield.disclosure.AttackedDistrict.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Generated districts publish two years running, with results corrected between, and everything
 * public is attacked: by linear programming over all that must add up, and by subtraction.
 */
final class DisclosureSimulation {
  private DisclosureSimulation() {}

  public static void main(String[] arguments) {
    int districts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
    List<Outcome> found = Simulation.ofSeeds(districts, DisclosureSimulation::attacked);
    System.out.println(
        "| districts | counts shown | figures hidden | of these complementary | values that the"
            + " narrowest may have | recovered |\n|---|---|---|---|---|---|");
    System.out.printf(
        Locale.ROOT,
        "| %d | %d | %d | %d | %.2f | %d |%n",
        districts,
        found.stream().mapToInt(Outcome::shown).sum(),
        found.stream().mapToInt(Outcome::hidden).sum(),
        found.stream().mapToInt(Outcome::complementary).sum(),
        found.stream().mapToDouble(Outcome::narrowest).min().orElseThrow(),
        found.stream().mapToInt(own -> own.recovered().size()).sum());
    found.stream()
        .flatMap(own -> own.recovered().stream())
        .forEach(told -> System.out.println("| recovered: " + told + " |"));
  }

  private static Outcome attacked(long seed) {
    try {
      Path directory = Files.createTempDirectory("levelfield-disclosure");
      try {
        return AttackedDistrict.of(seed, directory);
      } finally {
        try (Stream<Path> files = Files.walk(directory)) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
