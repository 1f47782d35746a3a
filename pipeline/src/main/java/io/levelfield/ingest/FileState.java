package io.levelfield.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * What the file system says of a file, which is other once the file is written to or replaced.
 *
 * @param bytes its size
 * @param modified when it was last written
 * @param identity of the file itself, whatever its name; empty where the file system has none
 */
record FileState(long bytes, FileTime modified, String identity) {

  /**
   * The state a file is in.
   *
   * @throws UncheckedIOException if it is not there any more
   */
  static FileState of(Path file) {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return new FileState(
          now.size(),
          now.lastModifiedTime(),
          now.fileKey() == null ? "" : now.fileKey().toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
