package io.levelfield.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Brings files onto the disk itself, so that what was published survives a power cut, and closes
 * them to all but their owner, who writes, and the owner's group, which reads.
 */
final class DurableFiles {
  private static final Set<PosixFilePermission> OF_FILES =
      PosixFilePermissions.fromString("rw-r-----");
  private static final Set<PosixFilePermission> OF_DIRECTORIES =
      PosixFilePermissions.fromString("rwxr-x---");

  private DurableFiles() {}

  /** Settles a file, or a directory with everything in it. */
  static void settle(Path tree) throws IOException {
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.toList()) {
        permit(file);
        force(file);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Makes a directory and those that it lies in, where they are missing, with their names on the
   * disk.
   */
  static void createDirectories(Path directory) throws IOException {
    List<Path> growing = new ArrayList<>();
    Path made = directory.toAbsolutePath();
    while (made.getParent() != null && !Files.exists(made)) {
      made = made.getParent();
      growing.add(made);
    }
    Files.createDirectories(directory);
    for (Path parent : growing) {
      force(parent);
    }
  }

  /** Brings a file's content, or a directory's list of names, onto the disk. */
  static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** File systems without owners and groups have nothing to close. */
  private static void permit(Path file) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view != null) {
      view.setPermissions(Files.isDirectory(file) ? OF_DIRECTORIES : OF_FILES);
    }
  }
}
