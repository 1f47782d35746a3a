package io.levelfield.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.levelfield.model.ClusterCentre;
import io.levelfield.model.Grouping;
import io.levelfield.report.Json;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Describes the saved model: MLlib's file and PMML know standardised features by their place only,
 * so {@code model/features.json} says which feature it is and how it was standardised.
 */
final class ModelFiles {
  private ModelFiles() {}

  static void write(Grouping grouping, Path directory) throws IOException {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode features = json.putArray("features");
    for (Grouping.FeatureScale scale : grouping.scaling()) {
      features
          .addObject()
          .put("feature", scale.feature())
          .put("mean", scale.mean())
          .put("sd", scale.sd());
    }
    ArrayNode groups = json.putArray("groups");
    for (ClusterCentre centre : grouping.centres()) {
      groups
          .addObject()
          .put("model_cluster", centre.cluster() - 1)
          .put("cluster", centre.cluster())
          .put("name", centre.name().code());
    }
    Json.write(json, directory.resolve("features.json"));
  }
}
