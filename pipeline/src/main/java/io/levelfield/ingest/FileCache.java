package io.levelfield.ingest;

import io.levelfield.model.text.Message;
import io.levelfield.text.FileFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What earlier runs found out about files of pupils' results, so that a run folds only new ones. An
 * entry is named after all that it depends on and bears its own hash; where it is missing or
 * damaged, the file is read. Entries hold tallies and what {@code rejects} shows, and no pupil's
 * code. One run at a time uses a cache.
 */
public final class FileCache {
  /**
   * Raised when the same rows come to something else, or entries are written otherwise: those of
   * another format are never looked at. {@code FileCacheTest} tells when it must be.
   */
  static final int FORMAT = 4;

  /** Smaller inputs are folded before their entries are found: a district's year. */
  private static final long LEAST_BYTES = 16L << 20;

  /** Entries stay that one of so many runs used last, runs that used the same taken for one. */
  private static final int RUNS_KEPT = 3;

  private static final String SUFFIX = ".entry";

  private final Optional<Path> directory;
  private final String program;
  private final long leastBytes;

  /** Marks what this run uses; whole seconds, which every file system keeps. */
  private final FileTime mark;

  private final boolean empty;
  private final Queue<Message> notes = new ConcurrentLinkedQueue<>();

  /** Files whose fold was asked for, and whether no fold was needed. */
  private final Map<String, Boolean> found = new HashMap<>();

  private FileCache(Optional<Path> directory, String program, long leastBytes, Instant now) {
    this.directory = directory;
    this.program = program;
    this.leastBytes = leastBytes;
    this.mark = FileTime.from(now.truncatedTo(ChronoUnit.SECONDS));
    this.empty = directory.filter(Files::isDirectory).isEmpty();
  }

  /** No cache: every file is folded, and nothing is written. */
  public static FileCache none() {
    return new FileCache(Optional.empty(), "", LEAST_BYTES, Instant.EPOCH);
  }

  /**
   * A cache in a directory, which is made when there is something to keep.
   *
   * @param program which build it is; it finds no entries of another
   */
  public static FileCache in(Path directory, String program) {
    return in(directory, program, LEAST_BYTES, Instant.now());
  }

  /**
   * The same for inputs from a size on.
   *
   * @param leastBytes of an input's files together
   * @param now when the run began
   */
  static FileCache in(Path directory, String program, long leastBytes, Instant now) {
    return new FileCache(Optional.of(directory), program, leastBytes, now);
  }

  /** Whether an input with so many bytes is worth it. */
  boolean serves(long bytes) {
    return directory.isPresent() && bytes >= leastBytes;
  }

  /** Whether no run before has kept anything. */
  boolean isEmpty() {
    return empty;
  }

  /**
   * Name of an entry.
   *
   * @param content hash of the file
   * @param asked all else that the entry depends on
   */
  String key(String content, String asked) {
    return DigestUtils.sha256Hex(
        String.join("\n", Integer.toString(FORMAT), program, content, asked));
  }

  /** Makes a value of the bytes of an entry. */
  interface Reader<T> {
    T read(byte[] bytes) throws IOException;
  }

  /** What an entry holds, unless there is none or it is damaged. */
  <T> Optional<T> find(String key, Reader<T> reader) {
    Path file = file(key);
    try {
      return Optional.of(reader.read(CacheBytes.unpacked(Files.readAllBytes(file))));
    } catch (IOException e) {
      if (Files.exists(file)) {
        notes.add(Message.of("cache.damaged", file.toString()));
      }
      return Optional.empty();
    }
  }

  /** Notes that an entry serves this run. */
  void use(String key) {
    try {
      Files.setLastModifiedTime(file(key), mark);
    } catch (IOException e) {
      unwritable(e);
    }
  }

  /** Keeps an entry; where it cannot be written, the next run has to do without. */
  void keep(String key, byte[] bytes) {
    Path file = file(key);
    Path whole = file.resolveSibling(key + ".new");
    try {
      Files.createDirectories(file.getParent(), closed(file.getParent()));
      Files.write(whole, CacheBytes.packed(bytes));
      Files.setLastModifiedTime(whole, mark);
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      unwritable(e);
    }
  }

  /**
   * Notes what became of a file.
   *
   * @param kept whether its fold was found
   */
  void note(String file, boolean kept) {
    found.merge(file, kept, Boolean::logicalAnd);
  }

  private void unwritable(IOException e) {
    notes.add(Message.of("cache.unwritable", directory.orElseThrow().toString(), FileFault.of(e)));
  }

  /**
   * Removes entries that no run has used for some time. Every run marks what it uses with its own
   * time, so that marks tell runs.
   */
  public void sweep() {
    if (directory().isEmpty() || found.isEmpty()) {
      return; // a run that did not get as far has used nothing
    }
    try (Stream<Path> listed = Files.list(directory.orElseThrow())) {
      Map<Path, FileTime> used = new HashMap<>();
      for (Path file : listed.toList()) {
        if (file.toString().endsWith(SUFFIX)) {
          used.put(file, Files.getLastModifiedTime(file));
        } else {
          Files.delete(file); // what a run left behind that was killed
        }
      }
      List<FileTime> runs =
          used.values().stream().distinct().sorted(Collections.reverseOrder()).toList();
      for (Map.Entry<Path, FileTime> file : used.entrySet()) {
        if (runs.indexOf(file.getValue()) >= RUNS_KEPT) {
          Files.delete(file.getKey());
        }
      }
    } catch (IOException e) {
      unwritable(e);
    } catch (UncheckedIOException e) {
      unwritable(e.getCause());
    }
  }

  /** Where it lies, if anything is there. */
  public Optional<Path> directory() {
    return directory.filter(Files::isDirectory);
  }

  /** What became of it, for the run's log: nothing where it served no input. */
  public List<Message> told() {
    if (found.isEmpty()) {
      return List.of();
    }
    long reused = found.values().stream().filter(kept -> kept).count();
    return Stream.concat(
            Stream.of(Message.of("cache.used", reused, found.size())), notes.stream().distinct())
        .toList();
  }

  private Path file(String key) {
    return directory.orElseThrow().resolve(key + SUFFIX);
  }

  /** Closes the directory to others from the beginning, where the file system can. */
  private static FileAttribute<?>[] closed(Path directory) {
    return directory.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-x---"))
        }
        : new FileAttribute<?>[0];
  }
}
