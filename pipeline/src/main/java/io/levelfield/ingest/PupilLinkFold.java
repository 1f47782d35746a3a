package io.levelfield.ingest;

import io.levelfield.model.input.Measure;
import io.levelfield.study.GrowthSettings.PupilCodes;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Folds rows of pupils into links between the results of a pupil. Results travel under a keyed hash
 * of the pupil's code, are linked where those of one pupil meet, and leave that place without it.
 * With 10^8 pupils, two of them share a hash in some three runs of ten thousand.
 */
final class PupilLinkFold implements FoldJob<Integer, PupilLinkFold.Group> {
  private static final long serialVersionUID = 1L;

  /** Pupils are linked in so many groups, so that none is large. */
  private static final int GROUPS = 1 << 10;

  private final List<Source> files;
  private final Chains chains;
  private final HashMap<Measure, Integer> measures;
  private final HashMap<String, Integer> schools;
  private final PupilCodes codes;
  private final CodeKey key;

  /**
   * A file and its number in its input.
   *
   * @param rows of the input
   */
  record Source(ResultRows rows, int number) implements Serializable {}

  /**
   * @param measures numbers of those that may be linked, as rows write them
   * @param schools numbers, as rows write them
   * @param key of the hashes; results do not depend on it
   */
  PupilLinkFold(
      List<Source> files,
      Chains chains,
      Map<Measure, Integer> measures,
      Map<String, Integer> schools,
      PupilCodes codes,
      CodeKey key) {
    this.files = List.copyOf(files);
    this.chains = chains;
    this.measures = new HashMap<>(measures);
    this.schools = new HashMap<>(schools);
    this.codes = codes;
    this.key = key;
  }

  /** Results of the pupils of a group, and in the end their links. */
  static final class Group {
    private final CodedResults results;
    private final Links links;

    private Group(CodedResults results, Links links) {
      this.results = results;
      this.links = links;
    }

    Links links() {
      return links;
    }
  }

  /** Numbers by those that a part gives; each is looked up once. */
  private static final class Numbers {
    static final int NONE = -1;
    private static final int UNKNOWN = -2;

    private int[] known = new int[0];

    boolean lacks(int number) {
      return number >= known.length || known[number] == UNKNOWN;
    }

    int of(int number) {
      return known[number];
    }

    void put(int number, int value) {
      if (number >= known.length) {
        int before = known.length;
        known = Arrays.copyOf(known, 2 * number + 1);
        Arrays.fill(known, before, known.length, UNKNOWN);
      }
      known[number] = value;
    }
  }

  @Override
  public Folded<Integer, Group> fold(int file, FilePart part) {
    ResultRows rows = files.get(file).rows();
    int number = files.get(file).number();
    int pupilAt = rows.pupilAt(number);
    var hash = new CodeHash(key);
    var measureOf = new Numbers();
    var schoolOf = new Numbers();
    Map<Integer, Group> groups = new HashMap<>();
    ResultRows.Walked walked =
        rows.walk(
            number,
            part,
            (row, school, exam, score, mark) -> {
              if (measureOf.lacks(exam.number())) {
                measureOf.put(
                    exam.number(),
                    measures.getOrDefault(exam.measure().orElseThrow(), Numbers.NONE));
              }
              int measure = measureOf.of(exam.number());
              if (measure == Numbers.NONE || row.isEmpty(pupilAt)) {
                return;
              }
              if (schoolOf.lacks(school.number())) {
                schoolOf.put(school.number(), schools.get(school.id()));
              }
              int own = schoolOf.of(school.number());
              long pupil = hashed(hash.begin(), row, pupilAt, measure, own);
              groups
                  .computeIfAbsent(
                      Math.floorMod(pupil, GROUPS),
                      group -> new Group(new CodedResults(), new Links()))
                  .results
                  .add(pupil, measure, own, score);
            });
    return new Folded<>(groups, walked.log());
  }

  private long hashed(CodeHash hash, FieldBuffer row, int pupilAt, int measure, int school) {
    hash.add(row.chars(), row.start(pupilAt), row.end(pupilAt));
    hash.add(CodeHash.SEPARATOR);
    hash.add((long) chains.chain(measure));
    if (codes == PupilCodes.SCHOOL) {
      hash.add((long) school);
    }
    return hash.value();
  }

  @Override
  public Group merge(Group into, Group other) {
    into.results.add(other.results);
    return into;
  }

  @Override
  public Group finish(Group all) {
    return new Group(new CodedResults(), all.results.linked(chains));
  }

  @Override
  public void write(Map<Integer, Group> groups, DataOutput out) throws IOException {
    out.writeInt(groups.size());
    for (Map.Entry<Integer, Group> group : groups.entrySet()) {
      out.writeInt(group.getKey());
      group.getValue().results.write(out);
      group.getValue().links.write(out);
    }
  }

  @Override
  public void read(DataInput in, BiConsumer<Integer, Group> each) throws IOException {
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      each.accept(in.readInt(), new Group(CodedResults.read(in), Links.read(in)));
    }
  }
}
