package io.levelfield.remote;

import java.net.URI;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.List;
import java.util.Set;

/** A file system of Hadoop's, which is read and not written to. */
final class RemoteFiles extends FileSystem {
  private final URI root;
  private final org.apache.hadoop.fs.FileSystem hadoop;

  RemoteFiles(URI root, org.apache.hadoop.fs.FileSystem hadoop) {
    this.root = root;
    this.hadoop = hadoop;
  }

  URI root() {
    return root;
  }

  org.apache.hadoop.fs.FileSystem hadoop() {
    return hadoop;
  }

  @Override
  public FileSystemProvider provider() {
    return RemoteProvider.ONLY;
  }

  /** Nothing is closed: Hadoop keeps one connection for all. */
  @Override
  public void close() {}

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public boolean isReadOnly() {
    return true;
  }

  @Override
  public String getSeparator() {
    return "/";
  }

  @Override
  public Iterable<Path> getRootDirectories() {
    return List.of(getPath("/"));
  }

  @Override
  public Iterable<FileStore> getFileStores() {
    return List.of();
  }

  @Override
  public Set<String> supportedFileAttributeViews() {
    return Set.of("basic");
  }

  @Override
  public RemotePath getPath(String first, String... more) {
    return new RemotePath(this, Path.of(first, more));
  }

  @Override
  public PathMatcher getPathMatcher(String pattern) {
    PathMatcher names = FileSystems.getDefault().getPathMatcher(pattern);
    return path -> names.matches(Path.of(path.toString()));
  }

  @Override
  public UserPrincipalLookupService getUserPrincipalLookupService() {
    throw new UnsupportedOperationException();
  }

  @Override
  public WatchService newWatchService() {
    throw new UnsupportedOperationException();
  }
}
