package io.levelfield.ingest;

import io.levelfield.model.input.RowAccount;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** First pass over rows with pupil codes: which key hashes occur more than once. */
final class RepeatedHashes implements FoldJob<Integer, RepeatedHashes.Hashes> {
  private static final long serialVersionUID = 1L;
  private static final int GROUPS = 1 << 10;

  private final PupilKeys keys;

  RepeatedHashes(PupilKeys keys) {
    this.keys = keys;
  }

  /** A growing list of hashes. */
  static final class Hashes {
    private long[] values = new long[16];
    private int size;

    private void add(long value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size * 2);
      }
      values[size++] = value;
    }
  }

  /** The hashes of all groups, ascending. */
  static long[] sorted(Collection<Hashes> groups) {
    return groups.stream()
        .flatMapToLong(own -> Arrays.stream(own.values, 0, own.size))
        .sorted()
        .toArray();
  }

  @Override
  public Folded<Integer, Hashes> fold(int file, FilePart part) {
    Map<Integer, Hashes> groups = new HashMap<>();
    PupilKeys.OfFile own = keys.of(file);
    PartLog log =
        Rows.read(
            part,
            keys.shape(file),
            (row, line, lost) -> {
              long hash = own.hash(row);
              groups.computeIfAbsent(Math.floorMod(hash, GROUPS), group -> new Hashes()).add(hash);
              return RowAccount.COUNTED;
            });
    return new Folded<>(groups, log);
  }

  @Override
  public Hashes merge(Hashes into, Hashes other) {
    for (int i = 0; i < other.size; i++) {
      into.add(other.values[i]);
    }
    return into;
  }

  /** Keeps the hashes that occur more than once, each once. */
  @Override
  public Hashes finish(Hashes all) {
    Arrays.sort(all.values, 0, all.size);
    var repeated = new Hashes();
    for (int i = 1; i < all.size; i++) {
      boolean again = all.values[i] == all.values[i - 1];
      if (again && (i == 1 || all.values[i] != all.values[i - 2])) {
        repeated.add(all.values[i]);
      }
    }
    return repeated;
  }

  @Override
  public void write(Map<Integer, Hashes> accumulators, DataOutput out) throws IOException {
    out.writeInt(accumulators.size());
    for (Map.Entry<Integer, Hashes> entry : accumulators.entrySet()) {
      Hashes hashes = entry.getValue();
      out.writeInt(entry.getKey());
      out.writeInt(hashes.size);
      for (int i = 0; i < hashes.size; i++) {
        out.writeLong(hashes.values[i]);
      }
    }
  }

  @Override
  public void read(DataInput in, BiConsumer<Integer, Hashes> each) throws IOException {
    int groups = in.readInt();
    for (int i = 0; i < groups; i++) {
      int group = in.readInt();
      int size = in.readInt();
      var hashes = new Hashes();
      for (int j = 0; j < size; j++) {
        hashes.add(in.readLong());
      }
      each.accept(group, hashes);
    }
  }
}
