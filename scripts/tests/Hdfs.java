import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;

/** HDFS with a name node and a data node: DIRECTORY FILES PORT holds FILES as /data; PORT is a file that tells the port. */
public final class Hdfs {
  private Hdfs() {}

  public static void main(String[] arguments) throws Exception {
    var settings = new Configuration();
    settings.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, arguments[0]);
    MiniDFSCluster cluster = new MiniDFSCluster.Builder(settings).numDataNodes(1).build();
    cluster
        .getFileSystem()
        .copyFromLocalFile(
            new org.apache.hadoop.fs.Path(arguments[1]), new org.apache.hadoop.fs.Path("/data"));
    Files.writeString(Path.of(arguments[2]), Integer.toString(cluster.getNameNodePort()));
    Thread.sleep(Long.MAX_VALUE);
  }
}
