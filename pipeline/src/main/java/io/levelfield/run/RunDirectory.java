package io.levelfield.run;

import io.levelfield.model.input.FileAddress;
import io.levelfield.model.text.Message;
import io.levelfield.text.FileFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The directory a run writes to. It is staged under a hidden name and appears whole, by one rename,
 * or not at all; then {@code latest} is switched to it, by one rename too.
 */
final class RunDirectory implements AutoCloseable {
  static final String LOG = "levelfield.log";

  /** Rows that a refused run was refused for. */
  static final String REJECTS = "rejects.csv";

  /** How often an interrupted run's files are looked for, in milliseconds, and how many times. */
  private static final int INTERRUPT_PAUSE = 50;

  private static final int INTERRUPT_ATTEMPTS = 100;

  private static final int LONGEST_OWNER = 200;

  private final Path out;
  private final String runId;
  private final Path staging;
  private final FileChannel lockFile;
  private final FileLock lock;
  private final Thread onInterrupt = new Thread(this::discardOnInterrupt);
  private boolean published;
  private boolean interrupted;

  private RunDirectory(Path out, String runId, FileChannel lockFile, FileLock lock)
      throws IOException {
    this.out = out;
    this.runId = runId;
    this.lockFile = lockFile;
    this.lock = lock;
    this.staging = Files.createDirectories(out.resolve("runs").resolve("." + runId + ".staging"));
    Runtime.getRuntime().addShutdownHook(onInterrupt);
  }

  /**
   * Takes hold of the output directory and stages a run in it.
   *
   * @throws OutputProblem if it cannot be written, or another run holds it
   */
  static RunDirectory stage(Path out, String runId) {
    // A path has one slash where an address has two, which is none the less one.
    if (FileAddress.is(out.toString()) && !Files.exists(out)) {
      throw OutputProblem.unwritable(Message.of("output.address", out.toString()), null);
    }
    Path latest = out.resolve("latest");
    if (Files.exists(latest, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(latest)) {
      throw OutputProblem.unwritable(Message.of("output.latest-no-link", latest.toString()), null);
    }
    FileChannel lockFile;
    try {
      DurableFiles.createDirectories(out.resolve("runs"));
      lockFile =
          FileChannel.open(
              out.resolve(".lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw unwritable(out, e);
    }
    try {
      FileLock lock = tryLock(lockFile);
      if (lock == null) {
        String owner = read(lockFile);
        lockFile.close();
        throw OutputProblem.locked(
            Message.of("output.locked", out.toString(), owner.isEmpty() ? "?" : owner));
      }
      write(lockFile, owner(runId));
      removeStaleStaging(out);
      return new RunDirectory(out, runId, lockFile, lock);
    } catch (IOException e) {
      throw unwritable(out, e);
    } catch (UncheckedIOException e) {
      throw unwritable(out, e.getCause());
    }
  }

  private static FileLock tryLock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held by this very process
    }
  }

  /** Whoever dies lets go of the lock; what stands in its file is for people alone. */
  private static String owner(String runId) {
    return runId + ", PID " + ProcessHandle.current().pid();
  }

  private static void write(FileChannel file, String text) throws IOException {
    file.truncate(0);
    file.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
  }

  private static String read(FileChannel file) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(LONGEST_OWNER);
    file.read(bytes, 0);
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
  }

  static OutputProblem unwritable(Path out, IOException e) {
    return OutputProblem.unwritable(
        Message.of("output.unwritable", out.toString(), FileFault.of(e)), e);
  }

  private static void removeStaleStaging(Path out) throws IOException {
    try (Stream<Path> runs = Files.list(out.resolve("runs"))) {
      List<Path> stale =
          runs.filter(run -> run.getFileName().toString().endsWith(".staging")).toList();
      stale.forEach(RunDirectory::delete);
    }
  }

  /** The output directory, which no other run writes to meanwhile. */
  Path out() {
    return out;
  }

  /** Where to write until {@link #publish}. */
  Path staging() {
    return staging;
  }

  /**
   * Makes the run appear and switches {@code latest} to it.
   *
   * @param keep newest runs that stay, this one included; all where it is absent
   * @return the run's directory
   */
  synchronized Path publish(OptionalInt keep) throws IOException {
    if (interrupted) {
      throw new IOException("the run was interrupted");
    }
    Path run = out.resolve("runs").resolve(runId);
    DurableFiles.settle(staging);
    Files.move(staging, run, StandardCopyOption.ATOMIC_MOVE);
    published = true;
    DurableFiles.force(run.getParent());
    Path link = out.resolve(".latest-" + runId);
    Files.createSymbolicLink(link, Path.of("runs", runId));
    Files.move(link, out.resolve("latest"), StandardCopyOption.ATOMIC_MOVE);
    DurableFiles.force(out);
    if (keep.isPresent()) {
      removeOlder(run, keep.getAsInt());
    }
    return run;
  }

  /** Names of runs begin with their time, so their order is that of time. */
  private void removeOlder(Path newest, int keep) throws IOException {
    try (Stream<Path> runs = Files.list(newest.getParent())) {
      runs.filter(run -> !run.equals(newest) && !run.getFileName().toString().startsWith("."))
          .sorted(Comparator.reverseOrder())
          .skip(keep - 1L)
          .forEach(RunDirectory::delete);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Lets go of the directory; what was not published goes, but for its log and rejects. */
  @Override
  public void close() throws IOException {
    try {
      if (!published) {
        keepOfFailed(LOG);
        keepOfFailed(REJECTS);
        discardStaging();
      }
    } finally {
      removeHook();
      lock.release();
      lockFile.close();
    }
  }

  private void keepOfFailed(String file) throws IOException {
    Path written = staging.resolve(file);
    if (Files.exists(written)) {
      Path kept = failed(file);
      DurableFiles.createDirectories(kept.getParent());
      Files.move(written, kept, StandardCopyOption.REPLACE_EXISTING);
      DurableFiles.settle(kept);
      DurableFiles.force(kept.getParent());
    }
  }

  /** Where a file of a run that fails is kept: its log, and the rows it was refused for. */
  Path failed(String file) {
    String end = file.equals(LOG) ? ".log" : "." + file;
    return out.resolve("failed").resolve(runId + end);
  }

  private void removeHook() {
    try {
      Runtime.getRuntime().removeShutdownHook(onInterrupt);
    } catch (IllegalStateException e) {
      // The program is shutting down, and the hook is at work already.
      discardStaging();
    }
  }

  /** Discards what a run that is still writing has written, until it writes no more. */
  private void discardOnInterrupt() {
    int gone = 0;
    for (int attempt = 0; attempt < INTERRUPT_ATTEMPTS && gone < 2; attempt++) {
      try {
        synchronized (this) {
          interrupted = true;
          discardStaging();
        }
        Thread.sleep(INTERRUPT_PAUSE);
      } catch (UncheckedIOException e) {
        continue; // a file came or went meanwhile
      } catch (InterruptedException e) {
        return;
      }
      gone = published || !Files.exists(staging) ? gone + 1 : 0;
    }
  }

  private synchronized void discardStaging() {
    if (!published && Files.exists(staging)) {
      delete(staging);
    }
  }

  private static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
