package io.levelfield.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.levelfield.text.Texts;
import java.util.Map;

/**
 * What a Parquet file says of its table and columns, in its key-value metadata: the Table Schema of
 * {@code datapackage.json} for any reader, and Spark's own schema, so that Spark shows meanings as
 * comments of columns.
 */
final class ParquetMetadata {
  /** Where Spark's reader looks for a schema with comments. */
  private static final String SPARK = "org.apache.spark.sql.parquet.row.metadata";

  private ParquetMetadata() {}

  /**
   * The metadata of a table's file.
   *
   * @param texts of the study's language, in which comments are
   */
  static Map<String, String> of(Table table, Texts texts) {
    return Map.of(
        "levelfield.schema_version",
        SchemaVersion.CURRENT.toString(),
        "levelfield.table",
        table.name(),
        "levelfield.title",
        DataPackage.title(table, texts),
        "levelfield.schema",
        Json.line(DataPackage.schema(table, texts)),
        SPARK,
        Json.line(sparkSchema(table, texts)));
  }

  private static ObjectNode sparkSchema(Table table, Texts texts) {
    ObjectNode struct = JsonNodeFactory.instance.objectNode().put("type", "struct");
    ArrayNode fields = struct.putArray("fields");
    for (Column<?> column : table.columns()) {
      ObjectNode field = fields.addObject();
      field.put("name", column.name());
      field.put("type", sparkType(column.type()));
      field.put("nullable", !table.key().contains(column.name()));
      field.putObject("metadata").put("comment", DataPackage.meaning(column, texts));
    }
    return struct;
  }

  private static String sparkType(Column.Type type) {
    return switch (type) {
      case STRING -> "string";
      case INTEGER -> "long";
      case NUMBER -> "double";
      case BOOLEAN -> "boolean";
    };
  }
}
