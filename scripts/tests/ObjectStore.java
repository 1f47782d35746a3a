import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;

/** An object store in memory: KEY SECRET BUCKET FILES PORT holds FILES as in/ of BUCKET; PORT is a file that tells the port. */
public final class ObjectStore {
  private ObjectStore() {}

  public static void main(String[] arguments) throws Exception {
    BlobStore store =
        ContextBuilder.newBuilder("transient")
            .credentials("any", "any")
            .build(BlobStoreContext.class)
            .getBlobStore();
    String bucket = arguments[2];
    store.createContainerInLocation(null, bucket);
    Path data = Path.of(arguments[3]);
    List<Path> files;
    try (Stream<Path> all = Files.walk(data)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      store.putBlob(
          bucket,
          store.blobBuilder("in/" + data.relativize(file)).payload(file.toFile()).build());
    }
    S3Proxy server =
        S3Proxy.builder()
            .blobStore(store)
            .awsAuthentication(AuthenticationType.AWS_V4, arguments[0], arguments[1])
            .endpoint(URI.create("http://127.0.0.1:0"))
            .build();
    server.start();
    Files.writeString(Path.of(arguments[4]), Integer.toString(server.getPort()));
    Thread.sleep(Long.MAX_VALUE);
  }
}
