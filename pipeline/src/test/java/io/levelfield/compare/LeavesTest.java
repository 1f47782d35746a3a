package io.levelfield.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.levelfield.model.text.Language;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeavesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void valuesThatDifferAreToldByTheirPaths() throws JsonProcessingException {
    assertThat(
            differing(
                "{\"a\": {\"b\": 1, \"c\": [1, 2]}, \"d\": \"x\"}",
                "{\"a\": {\"b\": 2, \"c\": [1, 2]}, \"e\": {\"f\": true}}"))
        .containsExactly("a.b: 1 > 2", "d: \"x\" > null", "e.f: null > true");
    assertThat(differing("{\"a\": null}", "{}")).isEmpty();
  }

  @Test
  void anElementThatCameOrWentIsOneValue() throws JsonProcessingException {
    String one = "{\"inputs\": [{\"path\": \"a\", \"n\": 1}]}";
    String two = "{\"inputs\": [{\"path\": \"a\", \"n\": 2}, {\"path\": \"b\", \"n\": 1}]}";
    assertThat(differing(one, two))
        .containsExactly("inputs[0].n: 1 > 2", "inputs[1]: null > {\"path\":\"b\",\"n\":1}");
    assertThat(differing("{\"inputs\": []}", one))
        .containsExactly("inputs[0]: null > {\"path\":\"a\",\"n\":1}");
  }

  @Test
  void manyFilesAreCountedAndOneOfSeveralRolesIsNamedOnce() {
    ObjectNode tree = JSON.createObjectNode();
    for (int i = 0; i < 30; i++) {
      for (String role : List.of("context", "staff")) {
        tree.withArray("inputs")
            .addObject()
            .put("role", role)
            .put("path", "back/" + i + ".xlsx")
            .put("change", "added")
            .put("rows_after", 1);
      }
    }

    String text = ComparisonText.of(tree, Language.EN);

    assertThat(text.lines().filter(line -> line.contains("back/"))).hasSize(20);
    assertThat(text).contains("input: 10 more files");
  }

  private static List<String> differing(String before, String after)
      throws JsonProcessingException {
    List<String> told = new ArrayList<>();
    for (JsonNode row :
        Leaves.differing(
            JSON.readTree("{\"m\": " + before + "}"),
            JSON.readTree("{\"m\": " + after + "}"),
            "m")) {
      told.add(row.path("name").asText() + ": " + row.path("before") + " > " + row.path("after"));
    }
    return told;
  }
}
