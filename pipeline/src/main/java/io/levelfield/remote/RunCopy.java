package io.levelfield.remote;

import io.levelfield.model.text.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.fs.permission.FsPermission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies published runs into a file system of Hadoop's: {@code runs/RUN} as here, and a file {@code
 * latest} with the name of the newest, as not all have links. Who reads the run that {@code latest}
 * names finds it whole.
 */
public final class RunCopy {
  private static final Logger LOG = LoggerFactory.getLogger(RunCopy.class);

  private static final short CLOSED_TO_OTHERS = 0750;
  private static final String LATEST = "latest";
  private static final String STAGING = ".staging";
  private static final int AT_ONCE = 8;

  /** What was being copied so long ago is copied no more. */
  private static final Duration STALE = Duration.ofDays(1);

  private final FileSystem files;
  private final Path root;
  private final Path runs;

  private RunCopy(FileSystem files, Path root) {
    this.files = files;
    this.root = files.makeQualified(root);
    this.runs = new Path(this.root, "runs");
  }

  /**
   * Copies a run. Of one that is not the newest here {@code latest} speaks only if it named none,
   * or an older one, and old runs stay.
   *
   * @param run its directory, whose name is its id
   * @param newest whether it is the newest here
   * @param address of the directory that gets it, made if it is missing
   * @param keep newest runs that stay there; all where it is absent
   * @return what was done
   * @throws CopyProblem if it could not be copied; {@code latest} names the run of before then
   */
  public static Message copy(
      java.nio.file.Path run, boolean newest, String address, OptionalInt keep) {
    try {
      RunCopy copy = to(address);
      Path there = copy.copied(run);
      if (newest || copy.latest().compareTo(there.getName()) < 0) {
        copy.switchTo(there.getName());
      }
      if (newest) {
        copy.removeOld(there.getName(), keep);
      }
      return Message.of("copy.done", there.toString());
    } catch (IOException | RuntimeException e) {
      throw new CopyProblem(run, address, e);
    }
  }

  /** Why nothing can be copied to an address, as far as that is known without asking there. */
  public static Optional<Message> unknown(String address) {
    try {
      FileSystem.getFileSystemClass(new Path(address).toUri().getScheme(), RemotePaths.settings());
      return Optional.empty();
    } catch (IOException | RuntimeException e) { // so a library is missed that is not there
      return Optional.of(RemotePaths.reason(e));
    }
  }

  private static RunCopy to(String address) throws IOException {
    var root = new Path(address);
    FileSystem files = root.getFileSystem(RemotePaths.settings());
    // On this machine Hadoop would write a file of checksums beside each.
    return new RunCopy(
        files instanceof LocalFileSystem here ? here.getRawFileSystem() : files, root);
  }

  private Path copied(java.nio.file.Path run) throws IOException {
    String id = run.getFileName().toString();
    var staged = new Path(runs, "." + id + STAGING);
    var there = new Path(runs, id);
    files.delete(staged, true);
    files.mkdirs(runs);
    files.mkdirs(staged, new FsPermission(CLOSED_TO_OTHERS));
    try {
      copyFiles(new Path(run.toUri()), staged);
      files.delete(there, true);
      if (!files.rename(staged, there)) {
        throw new IOException(staged + " could not be renamed to " + there);
      }
      return there;
    } catch (IOException e) {
      discard(staged, e);
      throw e;
    }
  }

  /** A file system elsewhere lets one wait for each file, so several go at once. */
  private void copyFiles(Path run, Path staged) throws IOException {
    List<Callable<Void>> copies = new ArrayList<>();
    FileSystem here = FileSystem.getLocal(files.getConf());
    RemoteIterator<LocatedFileStatus> own = here.listFiles(run, true);
    while (own.hasNext()) {
      Path file = own.next().getPath();
      String name = run.toUri().relativize(file.toUri()).getPath();
      copies.add(
          () -> {
            FileUtil.copy(here, file, files, new Path(staged, name), false, files.getConf());
            return null;
          });
    }
    ExecutorService several = Executors.newFixedThreadPool(AT_ONCE);
    try {
      for (Future<Void> copy : several.invokeAll(copies)) {
        copy.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failed ? failed : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException(e.getMessage());
    } finally {
      several.shutdownNow();
    }
  }

  private void discard(Path staged, IOException because) {
    try {
      files.delete(staged, true);
    } catch (IOException e) {
      because.addSuppressed(e);
    }
  }

  /** The run that {@code latest} names; empty where there is none. */
  private String latest() throws IOException {
    var latest = new Path(root, LATEST);
    if (!files.exists(latest)) {
      return "";
    }
    try (InputStream name = files.open(latest)) {
      return new String(name.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  private void switchTo(String id) throws IOException {
    var next = new Path(root, ".latest-" + id);
    try (OutputStream name = files.create(next, true)) {
      name.write((id + "\n").getBytes(StandardCharsets.UTF_8));
    }
    FileContext.getFileContext(files.getUri(), files.getConf())
        .rename(next, new Path(root, LATEST), Rename.OVERWRITE);
  }

  /**
   * Names of runs begin with their time, so their order is that of time. What cannot be removed
   * stays until the next copy: the new one is there.
   */
  private void removeOld(String newest, OptionalInt keep) {
    try {
      FileStatus[] there = files.listStatus(runs);
      long stale = System.currentTimeMillis() - STALE.toMillis();
      for (FileStatus run : there) {
        if (run.getPath().getName().endsWith(STAGING) && run.getModificationTime() < stale) {
          files.delete(run.getPath(), true);
        }
      }
      if (keep.isPresent()) {
        Path[] old =
            Arrays.stream(there)
                .map(FileStatus::getPath)
                .filter(run -> !run.getName().startsWith(".") && !run.getName().equals(newest))
                .sorted(Comparator.comparing(Path::getName).reversed())
                .skip(keep.getAsInt() - 1L)
                .toArray(Path[]::new);
        for (Path run : old) {
          files.delete(run, true);
        }
      }
    } catch (IOException e) {
      LOG.warn("old copies in {} could not be removed", runs, e);
    }
  }
}
