package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs of one output directory make public, one after another. */
class PublicRunTest {
  @TempDir private Path directory;

  private static final String PUBLIC = "outputs.public={}";

  private String run(List<String> results, String... settings) throws IOException {
    Path own = directory.resolve("own");
    var study = new SoundStudy(directory);
    study.check(results, SoundStudy.context()); // writes the files
    List<String> arguments =
        new ArrayList<>(
            List.of("run", own.resolve("study.yaml").toString(), "--out", study.out().toString()));
    for (String setting : settings) {
      arguments.addAll(List.of("--set", setting));
    }
    Invocation run = Invocation.of(arguments.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    Path table = study.out().resolve("latest/public/public_results.csv");
    return Files.exists(table) ? Files.readString(table) : "";
  }

  private String manifest() throws IOException {
    return Files.readString(directory.resolve("out/latest/run.json"));
  }

  @Test
  void nothingIsPublicUnlessAskedFor() throws IOException {
    assertThat(run(SoundStudy.results())).isEmpty();
    assertThat(directory.resolve("out/latest/report.xlsx")).exists();
    assertThat(directory.resolve("out/latest/model/public.json")).doesNotExist();
  }

  /** The run between them publishes nothing, and yet what was public before is known. */
  @Test
  void whatWasPublicStaysThoughARunBetweenPublishesNothing() throws IOException {
    String first = run(SoundStudy.results(), PUBLIC, "outputs.xlsx=false");
    List<String> corrected = new ArrayList<>(SoundStudy.results());
    corrected.set(1, "100,maths,41,5,45.1");
    run(corrected);
    String third = run(corrected, PUBLIC);

    assertThat(first).contains("maths");
    assertThat(third).isEqualTo(first);
    assertThat(manifest()).contains("results published earlier stay as they were");
  }

  @Test
  void refusesWhereItIsNotKnownWhatIsPublic() throws IOException {
    run(SoundStudy.results(), PUBLIC);
    Files.writeString(directory.resolve("out/latest/model/public.json"), "{\"measures\": 3}");
    Invocation again =
        Invocation.of(
            "run",
            directory.resolve("own/study.yaml").toString(),
            "--out",
            directory.resolve("out").toString());

    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err())
        .contains("public.json cannot be read (it does not tell what is public)");
  }
}
