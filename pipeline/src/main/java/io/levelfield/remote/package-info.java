/** Files of Hadoop's file systems (hdfs:, s3a: and others) as paths of Java's, to be read. */
package io.levelfield.remote;
