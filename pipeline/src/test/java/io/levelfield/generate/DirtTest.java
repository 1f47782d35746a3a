package io.levelfield.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirtTest {
  private static final double SHARE = 0.02;
  private static final GeneratorOptions CLEAN = GeneratorOptions.of(24, 2, 1800, 3);

  @TempDir private Path directory;
  private GenerationSummary summary;
  private List<Map<String, String>> recorded;

  @BeforeEach
  void generateCleanAndDirty() throws IOException {
    DistrictGenerator.generate(CLEAN, directory.resolve("clean"));
    summary = DistrictGenerator.generate(CLEAN.withDirt(SHARE), directory.resolve("dirty"));
    recorded = GeneratedFiles.rows(directory.resolve("dirty/dirt.csv"));
  }

  @Test
  void recordsExactlyTheResultsThatDiffer() throws IOException {
    for (String file : List.of("results-2016.csv", "results-2017.csv")) {
      List<String> clean = lines("clean", file, StandardCharsets.UTF_8);
      List<String> dirty = lines("dirty", file, StandardCharsets.UTF_8);
      assertThat(dirty).as("lines of %s", file).hasSameSizeAs(clean);
      List<Integer> different = new ArrayList<>();
      for (int i = 0; i < clean.size(); i++) {
        if (!clean.get(i).equals(dirty.get(i))) {
          different.add(i + 1);
        }
      }
      assertThat(recordedLines(file)).as("spoiled lines of %s", file).isEqualTo(different);
    }
  }

  @Test
  void recordsExactlyThePassportsThatDiffer() throws IOException {
    Charset charset = Charset.forName("windows-1251");
    List<String> clean = lines("clean", PassportsFile.NAME, charset);
    List<String> dirty = lines("dirty", PassportsFile.NAME, charset);
    List<Integer> different = new ArrayList<>();
    int cleanLine = 0;
    for (int i = 0; i < dirty.size(); i++) {
      boolean duplicate = i > 0 && dirty.get(i).equals(dirty.get(i - 1));
      if (duplicate || !dirty.get(i).equals(clean.get(cleanLine))) {
        different.add(i + 1);
      }
      if (!duplicate) {
        cleanLine++;
      }
    }
    assertThat(recordedLines(PassportsFile.NAME)).isEqualTo(different).isNotEmpty();
  }

  @Test
  void spoilsTheShareAskedForInEveryWay() {
    assertThat(summary.spoiledRows()).isEqualTo(recorded.size());
    assertThat((double) recorded.size() / summary.resultRows()).isCloseTo(SHARE, within(0.005));
    assertThat(recorded.stream().map(row -> row.get("kind")).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(
            "text_in_number", "score_above_scale", "unknown_school", "ragged_row", "duplicate_row");
  }

  @Test
  void recordsTheCellThatIsWrong() throws IOException {
    List<String> lines = lines("dirty", "results-2016.csv", StandardCharsets.UTF_8);
    List<String> header = List.of(lines.get(0).split(",", -1));
    for (Map<String, String> row : recorded) {
      if (row.get("file").equals("results-2016.csv")) {
        String[] cells = lines.get(Integer.parseInt(row.get("line")) - 1).split(",", -1);
        if (row.get("column").isEmpty()) {
          assertThat(cells.length).as("cells of %s", row).isNotEqualTo(header.size());
        } else {
          assertThat(cells[header.indexOf(row.get("column"))]).isEqualTo(row.get("value"));
        }
      }
    }
  }

  private List<Integer> recordedLines(String file) {
    return recorded.stream()
        .filter(row -> row.get("file").equals(file))
        .map(row -> Integer.valueOf(row.get("line")))
        .toList();
  }

  private List<String> lines(String kind, String file, Charset charset) throws IOException {
    return Files.readAllLines(directory.resolve(kind).resolve(file), charset);
  }
}
