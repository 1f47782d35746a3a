package io.levelfield.ingest;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.BiConsumer;

/**
 * The fold of result rows with the tallies of each file kept apart, so that they can be kept for
 * later runs. Schools are dealt into shards: those of all files are put together shard by shard.
 */
final class TalliesByFile implements FoldJob<Integer, FileTallies> {
  private static final long serialVersionUID = 1L;

  /** Shards of a file's schools: enough for the cores of a large machine. */
  static final int SHARDS = 32;

  private final PupilResultsFold rows;
  private final int[] files;

  /**
   * @param rows the fold of the input
   * @param files which of the input's files are folded
   */
  TalliesByFile(PupilResultsFold rows, int[] files) {
    this.rows = rows;
    this.files = files.clone();
  }

  @Override
  public Folded<Integer, FileTallies> fold(int file, FilePart part) {
    Folded<String, SchoolTallies> folded = rows.fold(files[file], part);
    Map<Integer, Map<String, SchoolTallies>> shards = new HashMap<>();
    folded
        .accumulators()
        .forEach(
            (school, own) ->
                shards
                    .computeIfAbsent(
                        Math.floorMod(school.hashCode(), SHARDS), shard -> new HashMap<>())
                    .put(school, own));
    Map<Integer, FileTallies> byFile = new HashMap<>();
    shards.forEach((shard, own) -> byFile.put(file * SHARDS + shard, FileTallies.of(own)));
    return new Folded<>(byFile, folded.log());
  }

  /** The shards of a file, by its number among those folded. */
  static List<FileTallies> shards(SortedMap<Integer, FileTallies> folded, int file) {
    List<FileTallies> shards = new ArrayList<>();
    for (int shard = 0; shard < SHARDS; shard++) {
      FileTallies own = folded.get(file * SHARDS + shard);
      shards.add(own == null ? FileTallies.of(Map.of()) : own);
    }
    return shards;
  }

  @Override
  public boolean isSmall() {
    return true;
  }

  @Override
  public FileTallies merge(FileTallies into, FileTallies other) {
    return into.merge(other);
  }

  @Override
  public void write(Map<Integer, FileTallies> blocks, DataOutput out) throws IOException {
    out.writeInt(blocks.size());
    for (Map.Entry<Integer, FileTallies> block : blocks.entrySet()) {
      out.writeInt(block.getKey());
      out.writeInt(block.getValue().bytes().length);
      out.write(block.getValue().bytes());
    }
  }

  @Override
  public void read(DataInput in, BiConsumer<Integer, FileTallies> each) throws IOException {
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      int key = in.readInt();
      byte[] bytes = new byte[in.readInt()];
      in.readFully(bytes);
      each.accept(key, new FileTallies(bytes));
    }
  }
}
