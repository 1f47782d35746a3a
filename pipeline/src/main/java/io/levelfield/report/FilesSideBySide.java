package io.levelfield.report;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Files that have nothing to do with each other, written on all cores. */
final class FilesSideBySide {
  private final List<Callable<Void>> files = new ArrayList<>();

  /** Writes a file. */
  interface Writing {
    void write() throws IOException;
  }

  void add(Writing file) {
    files.add(
        () -> {
          file.write();
          return null;
        });
  }

  /**
   * Writes them, those first that were added first, and waits for all: where one fails none is
   * still being written when that is told.
   *
   * @throws IOException of the first that could not be written
   */
  void write() throws IOException {
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      for (Future<Void> written : threads.invokeAll(files)) {
        written.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error fault) {
        throw fault;
      }
      throw (RuntimeException) e.getCause();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    } finally {
      threads.shutdown();
    }
  }
}
