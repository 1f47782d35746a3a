package io.levelfield.report;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Work on a thread of its own beside other work. Closing waits for it, whatever became of the other
 * work, so that nothing is written any more to a directory that is being removed.
 *
 * @param <T> what the work gives
 */
public final class Beside<T> implements AutoCloseable {
  private final FutureTask<T> task;
  private final Thread thread;

  private Beside(Callable<T> work) {
    this.task = new FutureTask<>(work);
    this.thread = new Thread(task, "levelfield-beside");
  }

  /** Starts work. */
  public static <T> Beside<T> start(Callable<T> work) {
    var beside = new Beside<>(work);
    beside.thread.start();
    return beside;
  }

  /**
   * What the work gives, once it is done.
   *
   * @throws IOException if the work threw it, or the wait is interrupted; unchecked exceptions of
   *     the work are thrown as they are
   */
  public T get() throws IOException {
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while writing");
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof IOException failed) {
        throw failed;
      }
      if (cause instanceof RuntimeException failed) {
        throw failed;
      }
      if (cause instanceof Error failed) {
        throw failed;
      }
      throw new IllegalStateException(cause);
    }
  }

  @Override
  public void close() {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
