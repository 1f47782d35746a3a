package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.input.StudyData;
import io.levelfield.testing.InEnglish;
import io.levelfield.testing.StudyFiles;
import io.levelfield.testing.WrittenStudy;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * However tables are written, they are read as the same, or refused; never as something else. More
 * seeds: {@code -Dlevelfield.seeds=2000 -Dlevelfield.firstSeed=1000}.
 */
class WaysOfWritingTest {
  @TempDir private Path directory;

  static LongStream seeds() {
    long first = Long.getLong("levelfield.firstSeed", 1);
    return LongStream.range(first, first + Long.getLong("levelfield.seeds", 60));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void sayTheSame(long seed) {
    StudyData expected = read(WrittenStudy.plainly(seed, directory.resolve("plain")));
    WrittenStudy written = WrittenStudy.anyhow(seed, directory.resolve("written"), false);

    Optional<String> refusal = compare(written, expected);
    if (refusal.isEmpty()) {
      return;
    }
    assertThat(written.isUnreadable() || written.mayBeOpen())
        .as("%s%n%s", refusal.get(), written)
        .isTrue();
    if (written.isAlike() && !written.isUnreadable()) {
      WrittenStudy named = WrittenStudy.anyhow(seed, directory.resolve("named"), true);
      assertThat(compare(named, expected)).as("%s%n%s", refusal.get(), named).isEmpty();
    }
  }

  /** What the user is told where the study is refused; its data are as expected otherwise. */
  private static Optional<String> compare(WrittenStudy written, StudyData expected) {
    StudyData data;
    try {
      data = read(written);
    } catch (InputsRefused refused) {
      return Optional.of(InEnglish.told(refused));
    }
    assertThat(data.rejects()).as(written.toString()).isEmpty();
    assertThat(data.schools()).as(written.toString()).isEqualTo(expected.schools());
    assertThat(data.minimums()).as(written.toString()).isEqualTo(expected.minimums());
    assertThat(data.tallies()).as(written.toString()).isEqualTo(expected.tallies());
    assertThat(data.passports()).as(written.toString()).isEqualTo(expected.passports());
    assertThat(data.counts()).as(written.toString()).isEqualTo(expected.counts());
    assertThat(data.support()).as(written.toString()).isEqualTo(expected.support());
    return Optional.empty();
  }

  private static StudyData read(WrittenStudy study) {
    return IngestStudy.read(study.files(), study.yaml());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
  void areRefusedInTwoBytesForALetter(String charset) {
    var files = new StudyFiles(directory);
    files.with("a.csv", "id;n\r\n1;2\r\n".getBytes(Charset.forName(charset)));

    assertThat(ReadFile.refused(files.path("a.csv"), "", "id", "n")).startsWith("a.csv");
  }
}
