package io.levelfield.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of a small study, written to a directory of its own. */
public final class StudyFiles {
  private final Path directory;

  public StudyFiles(Path directory) {
    this.directory = directory;
  }

  /** Writes a text file of these lines. */
  public StudyFiles with(String file, String... lines) {
    return with(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a file of these bytes. */
  public StudyFiles with(String file, byte[] content) {
    try {
      Path path = directory.resolve(file);
      Files.createDirectories(path.getParent());
      Files.write(path, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  public Path directory() {
    return directory;
  }

  public Path path(String file) {
    return directory.resolve(file);
  }
}
