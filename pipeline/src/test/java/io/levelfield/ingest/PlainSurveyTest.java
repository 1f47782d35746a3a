package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What all cores find out at once is what one finds out from the beginning. */
class PlainSurveyTest {

  @Property(tries = 1_000)
  void partsAreThoseOfTheWholeFollowedFromItsBeginning(
      @ForAll("texts") String text, @ForAll @IntRange(min = 1, max = 60) int partBytes)
      throws IOException {
    withFile(
        text.getBytes(StandardCharsets.UTF_8),
        source ->
            assertThat(PlainSurvey.parts(source, partBytes, 1))
                .contains(FileSurvey.of(source, "f", ';', partBytes, 1).parts()));
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> line =
        Arbitraries.strings().withChars("ab;ж\t ").ofMinLength(1).ofMaxLength(30);
    return line.flatMap(
            text -> Arbitraries.of("\n", "\n", "\r\n", "\r", "\n\n").map(end -> text + end))
        .list()
        .ofMinSize(2)
        .ofMaxSize(20)
        .map(lines -> String.join("", lines) + "end")
        // The first part has more lines than one.
        .map(text -> "\n\n" + text);
  }

  @Test
  void whatIsNotPlainIsLeftToBeFollowed() throws IOException {
    for (String text : List.of("a;\"b\"\n", "a;b\u0000\n", "a\u001ab", "a;b\nc\u001a")) {
      withFile(text.getBytes(StandardCharsets.UTF_8), PlainSurveyTest::expectNothing);
    }
    withFile("ж;б\n".getBytes(Charset.forName("windows-1251")), PlainSurveyTest::expectNothing);
    withFile(new byte[] {'a', '\n', (byte) 0xD0}, PlainSurveyTest::expectNothing);
  }

  @Test
  void aFirstPartWithoutTheHeaderIsNone() throws IOException {
    withFile(
        "title\nheader\nrow\n".getBytes(StandardCharsets.UTF_8),
        source -> assertThat(PlainSurvey.parts(source, 1, 2)).isEmpty());
  }

  private static void expectNothing(FileSource source) throws IOException {
    assertThat(PlainSurvey.parts(source, 100, 1)).isEqualTo(Optional.empty());
  }

  private interface Check {
    void of(FileSource source) throws IOException;
  }

  private static void withFile(byte[] bytes, Check check) throws IOException {
    Path file = Files.createTempFile("plain", ".csv");
    try {
      Files.write(file, bytes);
      check.of(FileSource.plain(file));
    } finally {
      Files.delete(file);
    }
  }
}
