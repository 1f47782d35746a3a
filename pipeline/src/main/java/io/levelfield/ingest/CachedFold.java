package io.levelfield.ingest;

import io.levelfield.study.ResultsInput;
import io.levelfield.study.StudyLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Folds result rows of pupils, and takes files from the cache that were folded in earlier runs. */
final class CachedFold {
  private final InputLoop loop;
  private final FileCache cache;
  private final KnownSchools known;
  private final Maximums maximums;

  /**
   * @param known schools that rows may speak of
   * @param maximums scores beyond which there are none
   */
  CachedFold(InputLoop loop, FileCache cache, KnownSchools known, Maximums maximums) {
    this.loop = loop;
    this.cache = cache;
    this.known = known;
    this.maximums = maximums;
  }

  /**
   * How an input is read, but for its files.
   *
   * @param setAside rows that other rows repeat, and why they do not count
   * @param countsAbsent whether pupils without a score are counted
   */
  record Reading(ResultsInput input, Map<RowAt, RepeatedRows.Told> setAside, boolean countsAbsent) {

    /** All that what rows of a file come to depends on, beside the file and what they ask. */
    private String of(int file, CsvShape shape) {
      List<String> told = new ArrayList<>();
      told.add(shape.name());
      told.add(StudyLoader.mapper().valueToTree(input).toString());
      told.add(new TreeMap<>(shape.styles()).toString());
      told.add(Boolean.toString(countsAbsent));
      setAside.entrySet().stream()
          .filter(row -> row.getKey().file() == file)
          .sorted(Map.Entry.comparingByKey())
          .forEach(
              row -> told.add(row.getKey().line() + " " + row.getKey().result() + row.getValue()));
      return String.join("\n", told);
    }
  }

  /**
   * Folds the files of an input.
   *
   * @param shapes of the files
   * @param rows of the input
   */
  FoldedInput<String, SchoolTallies> of(
      OpenInput opened, List<CsvShape> shapes, Reading reading, ResultRows rows) {
    List<CsvFile> files = opened.files();
    var job = new PupilResultsFold(rows, reading.input(), reading.countsAbsent());
    if (!cache.serves(files.stream().mapToLong(file -> file.survey().bytes()).sum())) {
      return loop.again(files, job);
    }
    String[] keys = new String[files.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = cache.key(files.get(i).survey().sha256(), reading.of(i, shapes.get(i)));
    }
    FoldedFile[] all =
        Arrays.stream(keys)
            .parallel()
            .map(key -> find(key).orElse(null))
            .toArray(FoldedFile[]::new);
    for (int i = 0; i < all.length; i++) {
      cache.note(files.get(i).name(), all[i] != null);
      if (all[i] != null) {
        cache.use(keys[i]);
      }
    }
    loop.expectNot(
        IntStream.range(0, all.length).filter(i -> all[i] != null).mapToObj(files::get).toList());
    int[] missing = IntStream.range(0, all.length).filter(i -> all[i] == null).toArray();
    if (missing.length > 0) {
      List<CsvFile> anew = Arrays.stream(missing).mapToObj(files::get).toList();
      List<FoldedFile> folded = fold(anew, new TalliesByFile(job, missing));
      for (int i = 0; i < missing.length; i++) {
        all[missing[i]] = folded.get(i);
        keep(keys[missing[i]], anew.get(i), folded.get(i));
      }
    }
    return new FoldedInput<>(
        together(List.of(all)), Arrays.stream(all).map(FoldedFile::logs).toList());
  }

  private List<FoldedFile> fold(List<CsvFile> files, TalliesByFile job) {
    var folded = loop.again(files, job);
    return IntStream.range(0, files.size())
        .mapToObj(
            file -> {
              List<PartLog> logs = folded.logs().get(file);
              return new FoldedFile(
                  answers(logs), logs, TalliesByFile.shards(folded.accumulators(), file));
            })
        .toList();
  }

  /**
   * Keeps what a file came to, unless nobody knows what was read as it was written to meanwhile.
   */
  private void keep(String key, CsvFile file, FoldedFile folded) {
    if (loop.isUnchanged(file)) {
      try {
        cache.keep(key, folded.bytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** An entry that still holds by what the register and the minimums say today. */
  private Optional<FoldedFile> find(String key) {
    return cache
        .find(key, FoldedFile::of)
        .filter(entry -> entry.answers().equals(answers(entry.logs())));
  }

  private String answers(List<PartLog> logs) {
    return Asked.all(logs.stream().map(PartLog::asked).toList()).answers(known, maximums);
  }

  /** Tallies of all files. */
  private static SortedMap<String, SchoolTallies> together(List<FoldedFile> entries) {
    SortedMap<String, SchoolTallies> all = new TreeMap<>();
    List<Map<String, SchoolTallies>> shards =
        IntStream.range(0, TalliesByFile.SHARDS)
            .parallel()
            .mapToObj(
                shard -> {
                  Map<String, SchoolTallies> own = new HashMap<>();
                  for (FoldedFile entry : entries) {
                    entry
                        .shards()
                        .get(shard)
                        .read((school, more) -> own.merge(school, more, SchoolTallies::merge));
                  }
                  return own;
                })
            .toList();
    for (Map<String, SchoolTallies> own : shards) {
      all.putAll(own);
    }
    return all;
  }
}
