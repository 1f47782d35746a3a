package io.levelfield.fuzz;

import io.levelfield.fuzz.ReadingCheck.Outcome;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/**
 * Reads damaged studies until one breaks a promise, and counts what they came to: {@code [INPUTS]
 * [SEED] [THREADS]}. Inputs have the seeds from SEED on, so that one that failed is tried again by
 * {@code 1 SEED}.
 */
final class ReaderFuzz {
  private static final long DEFAULT_INPUTS = 20_000;
  private static final Duration HANGS_AFTER = Duration.ofSeconds(20);
  private static final Duration LOOKS_EACH = Duration.ofSeconds(1);

  private static final Duration TELLS_EACH = Duration.ofSeconds(30);

  private final long end;
  private final AtomicLong next;
  private final Map<String, LongAdder> outcomes = new ConcurrentSkipListMap<>();
  private final Map<Thread, Started> running = new ConcurrentHashMap<>();
  private final AtomicReference<Failure> failure = new AtomicReference<>();

  /** An input that is being read, and since when. */
  private record Started(long seed, long nanos) {}

  private record Failure(long seed, String told) {}

  private ReaderFuzz(long inputs, long seed) {
    next = new AtomicLong(seed);
    end = seed + inputs;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    long inputs = args.length > 0 ? Long.parseLong(args[0]) : DEFAULT_INPUTS;
    long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
    int threads = args.length > 2 ? Integer.parseInt(args[2]) : 1;
    var fuzz = new ReaderFuzz(inputs, seed);
    fuzz.run(threads);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    fuzz.outcomes.forEach((outcome, count) -> out.printf("| %s | %d |%n", outcome, count.sum()));
    if (fuzz.failure.get() != null) {
      out.println(fuzz.failure.get().told());
      out.println(FuzzedStudy.of(fuzz.failure.get().seed()));
      System.exit(1);
    }
    out.printf("| all, seeds %d to %d | %d |%n", seed, seed + inputs - 1, inputs);
  }

  private void run(int threads) throws IOException, InterruptedException {
    Path base = Files.createTempDirectory("levelfield-fuzz");
    List<Thread> readers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      var check = new ReadingCheck(base.resolve(Integer.toString(i)));
      Thread reader = new Thread(() -> readAll(check));
      reader.setDaemon(true); // one that hangs must not keep the program from ending
      reader.start();
      readers.add(reader);
    }
    long told = System.nanoTime();
    while (failure.get() == null && readers.stream().anyMatch(Thread::isAlive)) {
      readers.get(0).join(LOOKS_EACH.toMillis());
      running.forEach(this::failIfHanging);
      if (System.nanoTime() - told > TELLS_EACH.toNanos()) {
        told = System.nanoTime();
        System.err.println("next seed: " + next.get());
      }
    }
    try (var left = Files.walk(base)) {
      for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  private void readAll(ReadingCheck check) {
    for (long seed = next.getAndIncrement();
        seed < end && failure.get() == null;
        seed = next.getAndIncrement()) {
      running.put(Thread.currentThread(), new Started(seed, System.nanoTime()));
      try {
        FuzzedStudy fuzzed = FuzzedStudy.of(seed);
        Outcome outcome = check.check(fuzzed);
        outcomes
            .computeIfAbsent(
                fuzzed.damaged() + ", " + fuzzed.kind() + ", " + outcome, key -> new LongAdder())
            .increment();
      } catch (Throwable e) { // also what no reader may throw: it is what is looked for
        fail(seed, e.toString(), e.getStackTrace());
      }
      running.remove(Thread.currentThread());
    }
  }

  private void failIfHanging(Thread reader, Started started) {
    if (System.nanoTime() - started.nanos() > HANGS_AFTER.toNanos()) {
      fail(started.seed(), "still being read", reader.getStackTrace());
    }
  }

  private void fail(long seed, String what, StackTraceElement[] stack) {
    var told =
        new StringBuilder("FAILED: seed ").append(seed).append(": ").append(what).append('\n');
    for (StackTraceElement element : stack) {
      told.append("  at ").append(element).append('\n');
    }
    failure.compareAndSet(null, new Failure(seed, told.toString()));
  }
}
