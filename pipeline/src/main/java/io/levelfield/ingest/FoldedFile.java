package io.levelfield.ingest;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.output.UnsynchronizedByteArrayOutputStream;

/**
 * What folding a file came to, as it is kept for later runs.
 *
 * @param answers hash of what the register and the minimums answered ({@link Asked})
 * @param logs of the file's parts
 * @param shards of its tallies
 */
record FoldedFile(String answers, List<PartLog> logs, List<FileTallies> shards) {

  /** Logs hold values of ours, numbers, texts and lists; nothing else is made of bytes. */
  private static final ObjectInputFilter VALUES =
      ObjectInputFilter.Config.createFilter(
          "io.levelfield.ingest.*;io.levelfield.model.**;java.lang.*;java.util.*;!*");

  FoldedFile {
    logs = List.copyOf(logs);
    shards = List.copyOf(shards);
  }

  byte[] bytes() throws IOException {
    var bytes = UnsynchronizedByteArrayOutputStream.builder().get();
    try (var out = new DataOutputStream(bytes)) {
      out.writeUTF(answers);
      writeBlock(out, logBytes());
      out.writeInt(shards.size());
      for (FileTallies shard : shards) {
        writeBlock(out, shard.bytes());
      }
    }
    return bytes.toByteArray();
  }

  /** Reads what {@link #bytes} gave. */
  static FoldedFile of(byte[] bytes) throws IOException {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      String answers = in.readUTF();
      List<PartLog> logs = logs(readBlock(in));
      List<FileTallies> shards = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        shards.add(new FileTallies(readBlock(in)));
      }
      return new FoldedFile(answers, logs, shards);
    }
  }

  private static void writeBlock(DataOutputStream out, byte[] block) throws IOException {
    out.writeInt(block.length);
    out.write(block);
  }

  private static byte[] readBlock(DataInputStream in) throws IOException {
    byte[] block = new byte[in.readInt()];
    in.readFully(block);
    return block;
  }

  private byte[] logBytes() throws IOException {
    var bytes = UnsynchronizedByteArrayOutputStream.builder().get();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(logs.toArray(PartLog[]::new));
    }
    return bytes.toByteArray();
  }

  private static List<PartLog> logs(byte[] bytes) throws IOException {
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      in.setObjectInputFilter(VALUES);
      return List.of((PartLog[]) in.readObject());
    } catch (ClassNotFoundException e) {
      throw new IOException(e);
    }
  }
}
