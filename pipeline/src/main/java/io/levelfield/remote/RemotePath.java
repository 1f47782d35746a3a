package io.levelfield.remote;

import java.net.URI;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;

/**
 * A path of a remote file system. Its names are those of a path of this machine, which knows how
 * they are taken apart and put together.
 */
final class RemotePath implements Path {
  private final RemoteFiles files;
  private final Path names;

  RemotePath(RemoteFiles files, Path names) {
    this.files = files;
    this.names = names;
  }

  /** As Hadoop names it. */
  org.apache.hadoop.fs.Path hadoop() {
    return new org.apache.hadoop.fs.Path(files.root().getScheme(), authority(), absolute());
  }

  private String authority() {
    return files.root().getRawAuthority();
  }

  private String absolute() {
    return toAbsolutePath().names.toString();
  }

  private RemotePath of(Path other) {
    return other == null ? null : new RemotePath(files, other);
  }

  private static Path names(Path other) {
    if (other instanceof RemotePath remote) {
      return remote.names;
    }
    throw new ProviderMismatchException();
  }

  @Override
  public RemoteFiles getFileSystem() {
    return files;
  }

  @Override
  public boolean isAbsolute() {
    return names.isAbsolute();
  }

  @Override
  public RemotePath getRoot() {
    return of(names.getRoot());
  }

  @Override
  public RemotePath getFileName() {
    return of(names.getFileName());
  }

  @Override
  public RemotePath getParent() {
    return of(names.getParent());
  }

  @Override
  public int getNameCount() {
    return names.getNameCount();
  }

  @Override
  public RemotePath getName(int index) {
    return of(names.getName(index));
  }

  @Override
  public RemotePath subpath(int from, int to) {
    return of(names.subpath(from, to));
  }

  @Override
  public boolean startsWith(Path other) {
    return isOfSame(other) && names.startsWith(names(other));
  }

  @Override
  public boolean endsWith(Path other) {
    return isOfSame(other) && names.endsWith(names(other));
  }

  @Override
  public RemotePath normalize() {
    return of(names.normalize());
  }

  @Override
  public RemotePath resolve(Path other) {
    return of(names.resolve(names(other)));
  }

  @Override
  public RemotePath relativize(Path other) {
    return of(names.relativize(names(other)));
  }

  @Override
  public URI toUri() {
    return hadoop().toUri();
  }

  @Override
  public RemotePath toAbsolutePath() {
    return isAbsolute() ? this : of(Path.of("/").resolve(names));
  }

  @Override
  public RemotePath toRealPath(LinkOption... options) {
    return toAbsolutePath().normalize();
  }

  @Override
  public WatchKey register(
      WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int compareTo(Path other) {
    return names.compareTo(names(other));
  }

  private boolean isOfSame(Path other) {
    return other instanceof RemotePath remote && files.root().equals(remote.files.root());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RemotePath remote && isOfSame(remote) && names.equals(remote.names);
  }

  @Override
  public int hashCode() {
    return names.hashCode();
  }

  /** The address of an absolute path, which {@link RemotePaths#of} reads; else its names. */
  @Override
  public String toString() {
    return isAbsolute()
        ? files.root().getScheme() + "://" + (authority() == null ? "" : authority()) + names
        : names.toString();
  }
}
