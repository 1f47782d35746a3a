package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.Reject;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.text.Message;
import io.levelfield.study.Study;
import io.levelfield.study.StudyLoader;
import io.levelfield.testing.SharedSpark;
import io.levelfield.testing.StudyFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of files: when it is used, and when it is not. */
class FileCacheTest {
  private static final String STUDY =
      """
      study: tiny
      max_rejects: 1
      inputs:
        schools: [{path: schools.csv, columns: {school_id: id}}]
        results:
          - path: results-*.csv
            shape: pupils
            columns: {school_id: id, year: y, subject: s, score: b}
        minimums: [{path: minimums.csv, columns: {subject: s, minimum: m, maximum: most}}]
      """;

  @TempDir private Path directory;
  private final Workers here = new Workers(SharedSpark::context, false);
  private Instant night = Instant.parse("2018-05-01T02:30:00Z");
  private StudyFiles files;
  private Study study = StudyLoader.parse(STUDY, List.of());

  @BeforeEach
  void write() {
    files =
        new StudyFiles(directory)
            .with("schools.csv", "id", "001", "002", "003")
            .with("minimums.csv", "s,m,most", "maths,30,100")
            .with("results-1.csv", "id,y,s,b", "001,2018,maths,50", "009,2018,maths,7")
            .with("results-2.csv", "id,y,s,b", "002,2018,art,61", "002,2018,art,x", "001,2018,art,")
            .with("results-3.csv", "id,y,s,b", "003,2018,maths,101,", "ф,2018,maths,\"4,5\"");
  }

  private Path cache() {
    return directory.resolve(".cache");
  }

  /** Reads the inputs of the night after, with the cache, and checks that nothing is other. */
  private FileCache read() {
    return read("1.0", here);
  }

  private FileCache read(String program, Workers workers) {
    night = night.plus(Duration.ofDays(1));
    var cache = FileCache.in(cache(), program, 0, night);
    Ingest.Reading cached = Ingest.survey(study, directory, workers, cache);
    cache.sweep();
    assertThat(cached)
        .usingRecursiveComparison()
        .isEqualTo(Ingest.survey(study, directory, workers));
    return cache;
  }

  private static Message used(long reused, int files) {
    return Message.of("cache.used", reused, files);
  }

  private List<Path> entries() throws IOException {
    try (Stream<Path> entries = Files.list(cache())) {
      return entries.sorted().toList();
    }
  }

  @Test
  void unchangedFilesAreNotFoldedAgain() {
    assertThat(read().told()).containsExactly(used(0, 3));
    assertThat(read().told()).containsExactly(used(3, 3));
    files.with("results-2.csv", "id,y,s,b", "002,2018,art,62");
    assertThat(read().told()).containsExactly(used(2, 3));
    files.with("results-4.csv", "id,y,s,b", "002,2017,art,62");
    assertThat(read().told()).containsExactly(used(3, 4));
  }

  @Test
  void sparkKeepsAndFindsTheSame() {
    var cluster = new Workers(SharedSpark::context, true);
    assertThat(read("1.0", cluster).told()).containsExactly(used(0, 3));
    assertThat(read("1.0", here).told()).containsExactly(used(3, 3));
    files.with("results-2.csv", "id,y,s,b", "002,2018,art,62");
    assertThat(read("1.0", cluster).told()).containsExactly(used(2, 3));
  }

  @Test
  void schoolEnteredInTheRegisterIsFoundInFilesThatNameIt() {
    read();
    files.with("schools.csv", "id", "001", "002", "003", "004");
    assertThat(read().told()).containsExactly(used(3, 3));
    files.with("schools.csv", "id", "001", "002", "003", "009");
    assertThat(read().told()).containsExactly(used(2, 3));
    files.with("schools.csv", "id", "01", "002", "003", "009");
    assertThat(read().told()).containsExactly(used(1, 3));
    files.with("schools.csv", "id", "01", "002", "003", "Ф");
    assertThat(read().told()).as("009 is gone, ф is known").containsExactly(used(1, 3));
  }

  @Test
  void minimumsAreAskedOnlyForTheHighestScore() {
    read();
    files.with("minimums.csv", "s,m,most", "maths,31,100");
    assertThat(read().told()).containsExactly(used(3, 3));
    files.with("minimums.csv", "s,m,most", "maths,31,110");
    assertThat(read().told()).containsExactly(used(1, 3));
  }

  @Test
  void settingsOfTheInputMakeOtherEntries() {
    read();
    study = StudyLoader.parse(STUDY + "random_seed: 7\n", List.of());
    assertThat(read().told()).containsExactly(used(3, 3));
    study =
        StudyLoader.parse(
            STUDY.replace("shape: pupils", "shape: pupils\n      range: [0, 60]"), List.of());
    assertThat(read().told()).containsExactly(used(0, 3));
  }

  @Test
  void waysOfWritingNumbersAreToldByOtherCellsAndFiles() {
    String head = "id,y,s,b";
    files
        .with("minimums.csv", "s,m,most", "maths,30,2000")
        .with("results-1.csv", head, "001,2018,maths,\"62,5\"", "002,2018,maths,1.250")
        .with("results-2.csv", head, "003,2018,maths,51")
        .with("results-3.csv", head, "003,2018,maths,52");
    assertThat(read().told()).containsExactly(used(0, 3));
    assertThat(read().told()).containsExactly(used(3, 3));
    files
        .with("results-1.csv", head, "001,2018,maths,\"0,5\"")
        .with("results-2.csv", head, "003,2018,maths,\"0,25\"")
        .with("results-3.csv", head, "003,2018,maths,50%");
    assertThat(read().told()).containsExactly(used(0, 3));
    files
        .with("results-1.csv", head, "001,2018,maths,62")
        .with("results-2.csv", head, "003,2018,maths,63");
    assertThat(read().told()).as("50%% is now 50").containsExactly(used(0, 3));
  }

  @Test
  void otherVersionsOfTheProgramFindNothing() {
    read("1.0", here);
    assertThat(read("1.1", here).told()).containsExactly(used(0, 3));
    assertThat(read("1.0", here).told()).containsExactly(used(3, 3));
  }

  @Test
  void damagedEntriesAreToldOfAndMadeAgain() throws IOException {
    read();
    for (int kind = 0; kind < 4; kind++) {
      List<Path> entries = entries();
      for (Path entry : entries) {
        byte[] bytes = Files.readAllBytes(entry);
        Files.write(
            entry,
            switch (kind) {
              case 0 -> new byte[0];
              case 1 -> Arrays.copyOf(bytes, bytes.length / 2);
              case 2 -> Arrays.copyOf(bytes, bytes.length + 1);
              default -> turned(bytes, bytes.length - 5);
            });
      }
      List<Message> told = read().told();
      assertThat(told).first().isEqualTo(used(0, 3));
      assertThat(told.stream().filter(m -> m.code().equals("cache.damaged")))
          .hasSize(entries.size());
      assertThat(read().told()).containsExactly(used(3, 3));
    }
  }

  private static byte[] turned(byte[] bytes, int at) {
    byte[] turned = bytes.clone();
    turned[at] ^= 1;
    return turned;
  }

  @Test
  void entriesStayForThreeRunsThatDoWithoutThem() throws IOException {
    read();
    byte[] first = Files.readAllBytes(directory.resolve("results-1.csv"));
    files.with("results-1.csv", "id,y,s,b", "001,2018,maths,51");
    read();
    files.with("results-1.csv", "id,y,s,b", "001,2018,maths,52");
    read();
    files.with("results-1.csv", first);
    assertThat(read().told()).as("used two runs before").containsExactly(used(3, 3));
    for (int score = 53; score < 60; score++) {
      files.with("results-1.csv", "id,y,s,b", "001,2018,maths," + score);
      read();
    }
    assertThat(entries()).as("a fold and a survey of two files, and of three versions").hasSize(10);
    files.with("results-1.csv", first);
    assertThat(read().told()).containsExactly(used(2, 3));
  }

  @Test
  void whatKilledRunsLeftIsRemoved() throws IOException {
    read();
    Path left = Files.writeString(cache().resolve("half.new"), "half");
    read();
    assertThat(left).doesNotExist();
  }

  @Test
  void runGoesOnWhereNothingCanBeKept() throws IOException {
    Files.writeString(cache(), "a file, where a directory should be");
    assertThat(read().told())
        .hasSize(2)
        .last()
        .extracting(Message::code)
        .isEqualTo("cache.unwritable");
  }

  @Test
  void smallInputsAreNotKept() {
    var cache = FileCache.in(cache(), "1.0");
    Ingest.survey(study, directory, here, cache);
    cache.sweep();
    assertThat(cache.told()).isEmpty();
    assertThat(cache()).doesNotExist();
  }

  @Test
  void noCodeOfAPupilIsKept() throws IOException {
    study =
        StudyLoader.parse(STUDY.replace("y, subject: s", "y, pupil_id: p, subject: s"), List.of());
    String head = "id,p,y,s,b";
    files
        .with("results-1.csv", head, "001,P-71,2018,maths,50", "001,P-72,2018,maths,5O")
        .with("results-2.csv", head, "001,P-71,2018,maths,51", "004,P-73,2018,maths,7")
        .with("results-3.csv", head, "001,P-74,2018,maths,60", "001,P-74,2018,maths,60");
    assertThat(read().told()).containsExactly(used(0, 3));
    for (Path entry : entries()) {
      String kept =
          new String(CacheBytes.unpacked(Files.readAllBytes(entry)), StandardCharsets.ISO_8859_1);
      assertThat(kept).doesNotContain("P-7");
    }
    files.with("results-2.csv", head, "001,P-75,2018,maths,51");
    assertThat(read().told())
        .as("what repeated results-2.csv counts now")
        .containsExactly(used(1, 3));
  }

  /** Whoever changes this on purpose raises {@link FileCache#FORMAT} and notes the new hash. */
  @Test
  void sameRowsComeToTheSameAsLongAsTheFormatStays() {
    StudyData data = Ingest.survey(study, directory, here).data();
    String told =
        Stream.concat(
                data.tallies().stream().map(FileCacheTest::told),
                data.rejects().stream().map(Reject::toString))
            .collect(Collectors.joining("\n"));
    told += HexFormat.of().formatHex(FileTallies.of(Map.of("001", tallies())).bytes());
    assertThat(FileCache.FORMAT + " " + DigestUtils.sha256Hex(told))
        .as(told)
        .isEqualTo("4 6cccaf705cb26c8017e9b57e8317a36a6ce7083a63439c661f59e5f1e217878f");
  }

  private static SchoolTallies tallies() {
    var whole = new TallyAccumulator();
    whole.add(50);
    whole.add(50);
    whole.add(62);
    whole.addMark(true, false);
    whole.addAbsent();
    var broken = new TallyAccumulator();
    broken.add(61.5);
    var tallies = new SchoolTallies();
    tallies.add(new Measure(2018, "ОГЭ", "maths", "9"), whole);
    tallies.add(new Measure(2018, "ОГЭ", "art", "9"), broken);
    return tallies;
  }

  private static String told(ResultTally tally) {
    return String.join(
        " ",
        tally.key().toString(),
        tally.participants().toString(),
        tally.enrolled().toString(),
        tally.belowMinimum().toString(),
        tally.mean().toString());
  }
}
