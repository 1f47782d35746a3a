package io.levelfield.remote;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.apache.hadoop.fs.FSDataInputStream;

/** Bytes of a remote file from any place on. */
final class RemoteChannel implements SeekableByteChannel {
  private final FSDataInputStream bytes;
  private final long size;
  private boolean open = true;

  RemoteChannel(FSDataInputStream bytes, long size) {
    this.bytes = bytes;
    this.size = size;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    requireOpen();
    if (position() >= size) {
      return -1;
    }
    if (!into.hasArray()) {
      byte[] some = new byte[into.remaining()];
      int n = bytes.read(some, 0, some.length);
      into.put(some, 0, Math.max(n, 0));
      return n;
    }
    int n = bytes.read(into.array(), into.arrayOffset() + into.position(), into.remaining());
    into.position(into.position() + Math.max(n, 0));
    return n;
  }

  @Override
  public long position() throws IOException {
    requireOpen();
    return bytes.getPos();
  }

  /** Of a place behind the end, the end: nothing is read there. */
  @Override
  public RemoteChannel position(long to) throws IOException {
    requireOpen();
    bytes.seek(Math.min(to, size));
    return this;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public int write(ByteBuffer from) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long to) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  private void requireOpen() throws ClosedChannelException {
    if (!open) {
      throw new ClosedChannelException();
    }
  }

  @Override
  public void close() throws IOException {
    open = false;
    bytes.close();
  }
}
