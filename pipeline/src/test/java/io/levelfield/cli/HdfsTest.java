package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.ingest.Ingest;
import io.levelfield.ingest.Workers;
import io.levelfield.model.input.StudyData;
import io.levelfield.study.StudyLoader;
import io.levelfield.testing.SharedSpark;
import io.levelfield.testing.StudyFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inputs and copies of runs in HDFS, whose name node and data node run in this JVM. */
class HdfsTest {
  @TempDir private static Path directory;
  private static MiniDFSCluster cluster;
  private static FileSystem files;

  @BeforeAll
  static void start() throws IOException {
    var settings = new Configuration();
    settings.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, directory.resolve("dfs").toString());
    cluster = new MiniDFSCluster.Builder(settings).numDataNodes(1).build();
    files = cluster.getFileSystem();
  }

  @AfterAll
  static void stop() {
    cluster.shutdown();
  }

  private static String address(String path) {
    return "hdfs://localhost:" + cluster.getNameNodePort() + path;
  }

  private static void put(String path, byte[] content) throws IOException {
    try (var out = files.create(new org.apache.hadoop.fs.Path(path))) {
      out.write(content);
    }
  }

  private static byte[] text(List<String> lines) {
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] content) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(content);
    }
    return packed.toByteArray();
  }

  private static byte[] zip(byte[] content) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(packed)) {
      out.putNextEntry(new ZipEntry("inside.csv"));
      out.write(content);
    }
    return packed.toByteArray();
  }

  private static Path study(String name, String yaml) {
    return TinyStudy.in(directory.resolve(name))
        .with("study.yaml", yaml.strip())
        .path("study.yaml");
  }

  private static Invocation run(Path study, String... options) {
    List<String> arguments = new ArrayList<>(List.of("run", study.toString()));
    arguments.addAll(List.of("--out", study.resolveSibling("out").toString()));
    arguments.addAll(List.of(options));
    return Invocation.of(arguments.toArray(String[]::new));
  }

  private static byte[] table(Path study, String name) throws IOException {
    return Files.readAllBytes(study.resolveSibling("out/latest/csv/" + name));
  }

  @Test
  void inputsThereGiveTheTablesOfInputsHere() throws IOException {
    put("/in/schools.zip", zip(text(TinyStudy.SCHOOLS)));
    put("/in/2018/results.csv.gz", gzip(text(TinyStudy.RESULTS)));
    put("/in/context.csv", text(TinyStudy.CONTEXT));
    Path here = study("here", TinyStudy.YAML);
    Path there =
        study(
            "there",
            TinyStudy.YAML
                .replace("path: schools.csv", "path: '" + address("/in/schools.zip") + "'")
                .replace("path: results.csv", "path: '" + address("/in/*/results*") + "'")
                .replace("path: context.csv", "path: '" + address("/in/context.csv") + "'"));

    Invocation read = run(there);

    assertThat(read.code()).as(read.err()).isZero();
    assertThat(run(here).code()).isZero();
    for (String name : List.of("schools.csv", "results.csv", "context.csv", "clusters.csv")) {
      assertThat(table(there, name)).as(name).isEqualTo(table(here, name));
    }
    assertThat(Files.readString(there.resolveSibling("out/latest/run.json")))
        .contains(address("/in/2018/results.csv.gz"));
  }

  @Test
  void aLargeFileIsFoldedOnSparkInParts() throws IOException {
    byte[] rows = pupils(new Random(1));
    put("/large.csv", rows);
    var local = new StudyFiles(directory.resolve("large")).with("large.csv", rows);

    StudyData there = read(address("/large.csv"), local.directory(), true);

    assertThat(there.tallies())
        .hasSize(50)
        .isEqualTo(read("large.csv", local.directory(), false).tallies());
  }

  private static byte[] pupils(Random random) {
    var rows = new StringBuilder("school,score\n");
    while (rows.length() < 18 << 20) {
      rows.append("school number ").append(random.nextInt(50)).append(',');
      rows.append(random.nextInt(101)).append('\n');
    }
    return rows.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static StudyData read(String path, Path base, boolean onSpark) {
    String yaml =
        """
        study: large
        inputs:
          results:
            - path: '%s'
              shape: pupils
              columns: {school_id: school, score: score}
              constants: {year: 2018, procedure: exam, subject: maths}
        """
            .formatted(path);
    return Ingest.survey(
            StudyLoader.parse(yaml, List.of()), base, new Workers(SharedSpark::context, onSpark))
        .data();
  }

  @Test
  void aRunIsCopiedAndTheOldestGoes() throws IOException {
    Path study =
        study(
            "copied",
            TinyStudy.YAML.strip()
                + "\noutputs: {keep: 1, copy_to: '%s'}".formatted(address("/levelfield")));
    Invocation first = run(study);
    Invocation second = run(study);

    assertThat(first.code()).as(first.err()).isZero();
    assertThat(second.err() + second.out()).contains(address("/levelfield/runs/"));
    Path here = study.resolveSibling("out/latest").toRealPath();
    var runs = new org.apache.hadoop.fs.Path("/levelfield/runs");
    assertThat(files.listStatus(runs)).hasSize(1);
    assertThat(latest("/levelfield")).isEqualTo(here.getFileName().toString());
    var copy = new org.apache.hadoop.fs.Path(runs, here.getFileName().toString());
    assertThat(files.getFileStatus(copy).getPermission().toShort()).isEqualTo((short) 0750);
    try (var table = files.open(new org.apache.hadoop.fs.Path(copy, "csv/schools.csv"))) {
      assertThat(table.readAllBytes()).isEqualTo(table(study, "schools.csv"));
    }
  }

  @Test
  void aRunThatWasMissedIsCopiedLater() throws IOException {
    Path study = study("later", TinyStudy.YAML);
    String out = study.resolveSibling("out").toString();
    run(study);
    Path older = study.resolveSibling("out/latest").toRealPath();
    run(study);
    Path newest = study.resolveSibling("out/latest").toRealPath();

    Invocation missed = Invocation.of("copy", out, "--to", "nowhere://host/later");
    Invocation copied = Invocation.of("copy", out, "--to", address("/later"));
    Invocation added = Invocation.of("copy", older.toString(), "--to", address("/later"));

    assertThat(missed.code()).isEqualTo(ExitCode.NOT_HANDED_ON);
    assertThat(copied.code()).as(copied.err()).isZero();
    assertThat(added.out()).contains(address("/later/runs/" + older.getFileName()));
    assertThat(names("/later/runs"))
        .containsExactlyInAnyOrder(older.getFileName().toString(), newest.getFileName().toString());
    assertThat(latest("/later")).isEqualTo(newest.getFileName().toString());
  }

  /** An older run does not take the place of a newer one, but of one that is older still. */
  @Test
  void latestDoesNotGoBack() throws IOException {
    Path study = study("back", TinyStudy.YAML);
    Path copies = directory.resolve("copies");
    String to = copies.toUri().toString();
    List<Path> runs = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      run(study);
      runs.add(study.resolveSibling("out/latest").toRealPath());
    }

    List<String> latest = new ArrayList<>();
    for (int i : new int[] {1, 0, 2, 1}) {
      Invocation copied = Invocation.of("copy", runs.get(i).toString(), "--to", to);
      assertThat(copied.code()).as(copied.err()).isZero();
      latest.add(Files.readString(copies.resolve("latest")).strip());
    }

    List<String> ids = runs.stream().map(own -> own.getFileName().toString()).toList();
    assertThat(latest).containsExactly(ids.get(1), ids.get(1), ids.get(2), ids.get(2));
    try (var files = Files.walk(copies)) {
      assertThat(files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()))
          .doesNotContain(".latest.crc", ".schools.csv.crc");
    }
  }

  @Test
  void aCopyNeedsAnAddress() {
    Path study = study("homeless", TinyStudy.YAML);
    String out = study.resolveSibling("out").toString();
    run(study);

    Invocation unasked = Invocation.of("copy", out);
    Invocation path = Invocation.of("copy", out, "--to", "/somewhere");

    assertThat(unasked.code()).isEqualTo(ExitCode.WRONG_ARGUMENTS);
    assertThat(unasked.err()).contains("--to", "outputs.copy_to");
    assertThat(path.code()).isEqualTo(ExitCode.WRONG_ARGUMENTS);
    assertThat(path.err()).contains("hdfs://HOST/DIR");
  }

  private static String latest(String directory) throws IOException {
    try (var latest = files.open(new org.apache.hadoop.fs.Path(directory, "latest"))) {
      return new String(latest.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  private static List<String> names(String directory) throws IOException {
    return Arrays.stream(files.listStatus(new org.apache.hadoop.fs.Path(directory)))
        .map(file -> file.getPath().getName())
        .toList();
  }

  /** Nor is anything said of examinations that nobody could read of. */
  @Test
  void aFileThatIsNotThereIsNamed() {
    Invocation missing =
        run(
            study(
                "missing",
                TinyStudy.YAML.strip().replace("path: results.csv", "path: " + address("/none.csv"))
                    + "\nquality: {objectivity: {screened: [exam]}}"));

    assertThat(missing.code()).isEqualTo(ExitCode.INPUTS_REFUSED);
    assertThat(missing.err()).contains(address("/none.csv")).doesNotContain("\tat ");
    Path study = directory.resolve("missing/study.yaml");
    assertThat(Invocation.of("check", study.toString()).out())
        .contains(address("/none.csv"))
        .doesNotContain("quality.objectivity names");
  }

  @Test
  void aFileSystemThatIsNotThereIsToldOf() throws IOException {
    String nobody = "hdfs://localhost:" + freePort();

    Invocation unread =
        run(
            study(
                "nobody",
                TinyStudy.YAML.replace("path: results.csv", "path: " + nobody + "/r.csv")));
    Path study =
        study(
            "uncopied",
            TinyStudy.YAML.strip() + "\noutputs: {copy_to: '%s'}".formatted(nobody + "/x"));
    Invocation uncopied = run(study);

    assertThat(unread.code()).isEqualTo(ExitCode.INPUTS_REFUSED);
    assertThat(unread.err()).contains("the file system at this address cannot be reached");
    try (var failed = Files.list(directory.resolve("nobody/out/failed"))) {
      Path log = failed.filter(file -> file.toString().endsWith(".log")).findFirst().orElseThrow();
      assertThat(log).content().contains("Caused by: java.net.ConnectException");
    }
    assertThat(uncopied.code()).isEqualTo(ExitCode.NOT_HANDED_ON);
    assertThat(uncopied.err()).contains("could not be copied to " + nobody, "levelfield copy");
    assertThat(study.resolveSibling("out/latest/csv/schools.csv")).exists();
  }

  @Test
  void anAddressOfNoFileSystemIsRefusedBeforeAnythingIsRead() {
    Path study =
        study(
            "unknown",
            TinyStudy.YAML.strip().replace("path: results.csv", "path: none.csv")
                + "\noutputs: {copy_to: 'hdsf://host/runs'}");

    for (Invocation refused : List.of(run(study), Invocation.of("check", study.toString()))) {
      assertThat(refused.code()).isEqualTo(ExitCode.WRONG_ARGUMENTS);
      assertThat(refused.err())
          .contains(
              "outputs.copy_to: hdsf://host/runs: there is no file system for such addresses");
    }
    assertThat(study.resolveSibling("out")).doesNotExist();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Test
  void anAddressWithAPasswordIsRefusedAndNotRepeated() {
    Invocation input =
        run(
            study(
                "secret",
                TinyStudy.YAML.replace("path: results.csv", "path: 's3a://me:hidden@b/r.csv'")));
    Invocation output =
        run(
            study(
                "secret",
                TinyStudy.YAML.strip() + "\noutputs: {copy_to: 's3a://me:hidden@b/runs'}"));

    assertThat(input.code()).isNotZero();
    assertThat(output.code()).isEqualTo(ExitCode.WRONG_ARGUMENTS);
    assertThat(input.err() + output.err()).doesNotContain("hidden").contains("password");
  }

  @Test
  void whatIsOnTheWebIsNotRead() {
    Invocation refused =
        run(study("web", TinyStudy.YAML.replace("path: results.csv", "path: 'http://a.b/r.csv'")));

    assertThat(refused.code()).isEqualTo(ExitCode.INPUTS_REFUSED);
    assertThat(refused.err()).contains("not read from the web");
  }

  @Test
  void runsAreWrittenToDirectoriesOfThisMachine() {
    Path study = study("output", TinyStudy.YAML);

    Invocation refused =
        Invocation.of("run", study.toString(), "--out", address("/levelfield-out"));

    assertThat(refused.code()).isEqualTo(ExitCode.WRONG_ARGUMENTS);
    assertThat(refused.err()).contains("outputs.copy_to");
    assertThat(Path.of("hdfs:")).doesNotExist();
  }
}
