import org.apache.hadoop.fs.Path;
import org.apache.spark.deploy.SparkHadoopUtil;

/** Copies what lies at an address, with Spark's settings for Hadoop: ADDRESS DIRECTORY. */
public final class Fetch {
  private Fetch() {}

  public static void main(String[] arguments) throws Exception {
    var address = new Path(arguments[0]);
    var directory = new Path(arguments[1]);
    var files = address.getFileSystem(SparkHadoopUtil.get().conf());
    files.copyToLocalFile(false, address, directory, true);
  }
}
