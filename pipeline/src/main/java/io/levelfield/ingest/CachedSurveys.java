package io.levelfield.ingest;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.commons.io.output.UnsynchronizedByteArrayOutputStream;

/** Surveys files, but for those that an earlier run surveyed: of these only the hash is made. */
final class CachedSurveys implements FileSurvey.Surveyor {
  private final FileCache cache;

  CachedSurveys(FileCache cache) {
    this.cache = cache;
  }

  @Override
  public FileSurvey of(FileSource source, String name, char delimiter, long uncutLines)
      throws IOException {
    FileState before = FileState.of(source.file());
    long partBytes = FileSurvey.partBytes(before.bytes());
    CompletableFuture<String> hash = FileSurvey.hash(source);
    String asked =
        String.join(
            "\n",
            "survey",
            source.describe(),
            Character.toString(delimiter),
            Long.toString(partBytes),
            Long.toString(uncutLines));
    if (!cache.isEmpty()) {
      String key = cache.key(FileSurvey.sha256(hash), asked);
      Optional<FileSurvey> known =
          cache.find(key, bytes -> read(bytes, source, hash, before.bytes()));
      if (known.isPresent()) {
        cache.use(key);
        return known.get();
      }
    }
    FileSurvey survey = FileSurvey.of(source, name, delimiter, partBytes, uncutLines, hash);
    String key = cache.key(survey.sha256(), asked);
    // Of a file that is written to meanwhile nobody knows what was looked at.
    if (Files.exists(source.file()) && FileState.of(source.file()).equals(before)) {
      cache.keep(key, bytes(survey));
    }
    return survey;
  }

  private static byte[] bytes(FileSurvey survey) throws IOException {
    var bytes = UnsynchronizedByteArrayOutputStream.builder().get();
    try (var out = new DataOutputStream(bytes)) {
      out.writeBoolean(survey.encoding().utf8());
      out.writeBoolean(survey.encoding().partlyUtf8());
      out.writeBoolean(survey.encoding().likeDos());
      out.writeLong(survey.encoding().firstBadLine());
      out.writeInt(survey.parts().size());
      for (FilePart part : survey.parts()) {
        out.writeLong(part.offset());
        out.writeLong(part.length());
        out.writeLong(part.firstLine());
        out.writeInt(part.above());
      }
    }
    return bytes.toByteArray();
  }

  private static FileSurvey read(
      byte[] bytes, FileSource source, CompletableFuture<String> hash, long size)
      throws IOException {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      var encoding =
          new FileSurvey.Encoding(
              in.readBoolean(), in.readBoolean(), in.readBoolean(), in.readLong());
      List<FilePart> parts = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        parts.add(new FilePart(source, in.readLong(), in.readLong(), in.readLong(), in.readInt()));
      }
      return new FileSurvey(hash, size, encoding, parts);
    }
  }
}
