package io.levelfield.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/** Writes tables as Parquet, one file a table; only key columns are required. */
final class ParquetTables {
  private ParquetTables() {}

  /**
   * Writes a table.
   *
   * @param metadata what the file says of it
   */
  static void write(Table table, Map<String, String> metadata, Path file) throws IOException {
    MessageType schema = schema(table);
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            // Without one, Hadoop's defaults are read from XML for each file.
            .withConf(new Configuration(false))
            .withType(schema)
            .withExtraMetaData(metadata)
            .withCompressionCodec(CompressionCodecName.GZIP)
            .build()) {
      for (List<Optional<Object>> row : table.rows()) {
        var group = new SimpleGroup(schema);
        for (int i = 0; i < row.size(); i++) {
          int field = i;
          row.get(i).ifPresent(value -> add(group, field, value));
        }
        writer.write(group);
      }
    }
    ParquetFooter.inOrder(file);
  }

  private static void add(Group group, int field, Object value) {
    if (value instanceof String text) {
      group.add(field, text);
    } else if (value instanceof Long number) {
      group.add(field, number.longValue());
    } else if (value instanceof Double number) {
      group.add(field, number.doubleValue());
    } else {
      group.add(field, ((Boolean) value).booleanValue());
    }
  }

  private static MessageType schema(Table table) {
    var schema = Types.buildMessage();
    for (Column<?> column : table.columns()) {
      boolean required = table.key().contains(column.name());
      PrimitiveTypeName type = physical(column.type());
      var field = required ? Types.required(type) : Types.optional(type);
      schema.addField(
          (column.type() == Column.Type.STRING
                  ? field.as(LogicalTypeAnnotation.stringType())
                  : field)
              .named(column.name()));
    }
    return schema.named(table.name());
  }

  private static PrimitiveTypeName physical(Column.Type type) {
    return switch (type) {
      case STRING -> PrimitiveTypeName.BINARY;
      case INTEGER -> PrimitiveTypeName.INT64;
      case NUMBER -> PrimitiveTypeName.DOUBLE;
      case BOOLEAN -> PrimitiveTypeName.BOOLEAN;
    };
  }
}
