package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.model.input.Measure;
import io.levelfield.study.Dialect;
import io.levelfield.study.GrowthSettings.PupilCodes;
import io.levelfield.study.ResultsInput;
import io.levelfield.study.Study;
import io.levelfield.study.StudyLoader;
import io.levelfield.testing.StudyFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tasks send each other of pupils tells no code, and results do not depend on its key. */
class HashedCodesTest {
  private static final List<CodeKey> KEYS =
      List.of(new CodeKey(0, 0), new CodeKey(-1, 7), CodeKey.random());
  private static final Measure BEFORE = new Measure(2017, "ОГЭ", "maths", "");
  private static final Measure AFTER = new Measure(2018, "ОГЭ", "maths", "");

  @TempDir private Path directory;
  private CsvFile file;
  private ResultRows rows;
  private ResultsInput input;

  @BeforeEach
  void writePupils() {
    List<String> lines = new ArrayList<>(List.of("id,code,year,score"));
    for (int pupil = 0; pupil < 200; pupil++) {
      lines.add("s%d,PUPIL-%d,2017,%d".formatted(pupil % 3, pupil, pupil * 31 % 70));
      lines.add("s%d,pupil-%d,2018,%d".formatted(pupil % 4 % 3, pupil, pupil * 17 % 70));
    }
    lines.addAll(List.of(lines.get(1), "s1,PUPIL-1,2017,69", "s2,PUPIL-2,2017,"));
    new StudyFiles(directory).with("r.csv", lines.toArray(String[]::new));
    Study study =
        StudyLoader.parse(
            """
            study: tiny
            inputs:
              results:
                - path: r.csv
                  shape: pupils
                  columns: {school_id: id, pupil_id: code, year: year, score: score}
                  constants: {procedure: ОГЭ, subject: maths}
            """,
            List.of());
    input = study.inputs().results().get(0);
    file =
        CsvFile.open(
            directory.resolve("r.csv"), "r.csv", Dialect.sniffed(), ResultColumns.wanted(input));
    rows =
        new ResultRows(
            List.of(file.shape()),
            input,
            KnownSchools.any(),
            Map.of(),
            new Minimums(List.of()).maximums());
  }

  @Test
  void linksTravelUnderKeyedHashesAndDoNotDependOnTheKey() throws IOException {
    List<byte[]> sent = new ArrayList<>();
    List<List<String>> links = new ArrayList<>();
    for (CodeKey key : KEYS) {
      var job =
          new PupilLinkFold(
              List.of(new PupilLinkFold.Source(rows, 0)),
              new Chains(List.of(BEFORE, AFTER), false),
              Map.of(BEFORE, 0, AFTER, 1),
              Map.of("s0", 0, "s1", 1, "s2", 2),
              PupilCodes.REGION,
              key);
      Map<Integer, PupilLinkFold.Group> received = sentOn(job, sent);
      List<String> found = new ArrayList<>();
      received
          .values()
          .forEach(
              group ->
                  job.finish(group)
                      .links()
                      .forEach(
                          (em, es, e, lm, ls, l, first) ->
                              found.add(List.of(em, es, e, lm, ls, l, first).toString())));
      links.add(found.stream().sorted().toList());
    }

    requireSecret(sent);
    assertThat(links.get(0)).hasSizeGreaterThan(190);
    assertThat(links).allMatch(links.get(0)::equals);
  }

  @Test
  void repeatedRowsTravelUnderKeyedHashesAndDoNotDependOnTheKey() throws IOException {
    List<byte[]> sent = new ArrayList<>();
    List<Integer> repeated = new ArrayList<>();
    for (CodeKey key : KEYS) {
      var keys = new PupilKeys(key, new CodeKey(key.high(), key.low() + 1));
      keys.add(file.shape(), input);
      var hashes = new RepeatedHashes(keys);
      long[] suspects =
          RepeatedHashes.sorted(
              sentOn(hashes, sent).values().stream().map(hashes::finish).toList());
      var job = new RepeatedRows(keys, suspects, List.of(List.of("score")));
      repeated.add(sentOn(job, sent).size());
    }

    requireSecret(sent);
    assertThat(repeated).containsOnly(3);
  }

  /** What another task receives of the only part. */
  private <K extends Comparable<K>, A> Map<K, A> sentOn(FoldJob<K, A> job, List<byte[]> sent)
      throws IOException {
    var bytes = new ByteArrayOutputStream();
    job.write(
        new HashMap<>(job.fold(0, file.survey().parts().get(0)).accumulators()),
        new DataOutputStream(bytes));
    sent.add(bytes.toByteArray());
    Map<K, A> received = new TreeMap<>();
    job.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())), received::put);
    return received;
  }

  private static void requireSecret(List<byte[]> sent) {
    assertThat(sent).doesNotHaveDuplicates();
    for (byte[] bytes : sent) {
      assertThat(new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(java.util.Locale.ROOT))
          .doesNotContain("upil")
          .doesNotContain("u\0p\0i");
    }
  }
}
