package io.levelfield.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.levelfield.model.disclosure.PublicIndicator;
import io.levelfield.model.disclosure.PublicMeasure;
import io.levelfield.model.disclosure.Publication;
import io.levelfield.model.text.Message;
import io.levelfield.text.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What runs of an output directory have made public: {@code model/public.json}, carried from run to
 * run, whether or not a run publishes. It holds nothing that was hidden.
 */
public final class PublicState {
  private static final Path FILE = Path.of("model", "public.json");

  private static final JsonMapper MAPPER = JsonMapper.builder().addModule(new Jdk8Module()).build();

  private PublicState() {}

  private record Saved(List<PublicMeasure> measures, List<PublicIndicator> indicators) {}

  /**
   * What the newest run of an output directory knows to be public.
   *
   * @param out the output directory
   * @throws RunProblem if there is such a file that cannot be read: without it nothing can be
   *     published beside what is public already
   */
  public static Publication earlier(Path out) {
    Path file = out.resolve("latest").resolve(FILE);
    if (!Files.exists(file)) {
      return Publication.NONE;
    }
    try {
      Saved saved = MAPPER.treeToValue(Json.read(file), Saved.class);
      return new Publication(saved.measures(), saved.indicators(), List.of());
    } catch (JsonProcessingException e) {
      throw unreadable(file, Message.of("disclosure.no-state"), e);
    } catch (IOException e) {
      throw unreadable(file, FileFault.of(e), e);
    }
  }

  private static RunProblem unreadable(Path file, Message why, IOException e) {
    return new RunProblem(Message.of("disclosure.unreadable", file.toString(), why), e);
  }

  /**
   * Saves what is public for the next run.
   *
   * @param directory of the run
   */
  public static void write(Publication publication, Path directory) throws IOException {
    ObjectNode json =
        MAPPER.valueToTree(new Saved(publication.measures(), publication.indicators()));
    Path file = directory.resolve(FILE);
    Files.createDirectories(file.getParent());
    Json.write(json, file);
  }
}
