package io.levelfield.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Chromium without a window, spoken to in the WebDriver protocol through Debian's {@code
 * chromedriver}.
 *
 * @see <a href="https://www.w3.org/TR/webdriver2/">WebDriver</a>
 */
public final class Browser implements AutoCloseable {
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Pattern STARTED = Pattern.compile("started successfully on port (\\d+)");
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
  private static final int MOST_LOOKS = 200;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process driver;
  private final String session;

  private Browser(Process driver, int port) {
    this.driver = driver;
    String server = "http://127.0.0.1:" + port + "/session";
    ObjectNode wanted = JSON.createObjectNode();
    ObjectNode match = wanted.putObject("capabilities").putObject("alwaysMatch");
    match.put("browserName", "chrome");
    match.putObject("goog:loggingPrefs").put("browser", "ALL").put("performance", "ALL");
    ObjectNode options = match.putObject("goog:chromeOptions").put("binary", CHROMIUM.toString());
    options
        .putArray("args")
        .add("--headless=new")
        .add("--no-sandbox") // tests may run as root
        .add("--disable-dev-shm-usage")
        .add("--window-size=1280,1000");
    session = server + "/" + post(server, wanted).path("sessionId").asText();
  }

  /** Whether this machine has what is needed; {@code scripts/tests/programs.sh} installs it. */
  public static boolean installed() {
    return Files.isExecutable(DRIVER) && Files.isExecutable(CHROMIUM);
  }

  /** Starts the browser. */
  public static Browser start() {
    try {
      Process driver = new ProcessBuilder(DRIVER.toString(), "--port=0").start();
      BufferedReader said = driver.inputReader(StandardCharsets.UTF_8);
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        Matcher started = STARTED.matcher(line);
        if (started.find()) {
          return new Browser(driver, Integer.parseInt(started.group(1)));
        }
      }
      throw new IllegalStateException("chromedriver did not start");
    } catch (IOException e) {
      throw new IllegalStateException("chromedriver did not start", e);
    }
  }

  /**
   * Opens a file and waits until it is loaded, which a driver on a busy machine may say of the page
   * that is left.
   */
  public void open(Path file) {
    run("window.isLeft = true");
    post(session + "/url", JSON.createObjectNode().put("url", file.toUri().toString()));
    String opened = "return !window.isLeft && document.readyState === 'complete'";
    for (int look = 0; !run(opened).asBoolean(); look++) {
      if (look == MOST_LOOKS) {
        throw new IllegalStateException(file + " is not loaded");
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_LOOKS.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a page was opened", e);
    }
  }

  /** Lets the page believe that its reader prefers this scheme of colours: light or dark. */
  public void prefer(String scheme) {
    ObjectNode command = JSON.createObjectNode().put("cmd", "Emulation.setEmulatedMedia");
    command
        .putObject("params")
        .putArray("features")
        .addObject()
        .put("name", "prefers-color-scheme")
        .put("value", scheme);
    post(session + "/goog/cdp/execute", command);
  }

  /** Runs a function's body in the page and gives what it returns. */
  public JsonNode run(String script) {
    return script("sync", script);
  }

  /** Runs a function's body that calls its last argument with what it gives. */
  public JsonNode await(String script) {
    return script("async", script);
  }

  private JsonNode script(String kind, String script) {
    ObjectNode command = JSON.createObjectNode().put("script", script);
    command.putArray("args");
    return post(session + "/execute/" + kind, command);
  }

  /** What the console was told since it was last asked. */
  public List<String> console() {
    return log("browser").stream().map(entry -> entry.path("message").asText()).toList();
  }

  /** Addresses that were asked for since it was last asked. */
  public List<String> requests() {
    List<String> addresses = new ArrayList<>();
    for (JsonNode entry : log("performance")) {
      JsonNode message = parse(entry.path("message").asText()).path("message");
      if (message.path("method").asText().equals("Network.requestWillBeSent")) {
        addresses.add(message.path("params").path("request").path("url").asText());
      }
    }
    return addresses;
  }

  private List<JsonNode> log(String type) {
    List<JsonNode> entries = new ArrayList<>();
    post(session + "/se/log", JSON.createObjectNode().put("type", type)).forEach(entries::add);
    return entries;
  }

  private JsonNode post(String address, JsonNode body) {
    return send(
        HttpRequest.newBuilder(URI.create(address))
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build());
  }

  private JsonNode send(HttpRequest request) {
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(request.uri() + ": " + answer.body());
      }
      return parse(answer.body()).path("value");
    } catch (IOException e) {
      throw new IllegalStateException("chromedriver does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new IllegalStateException(text, e);
    }
  }

  @Override
  public void close() {
    try {
      send(HttpRequest.newBuilder(URI.create(session)).DELETE().build());
    } finally {
      driver.destroy();
    }
  }
}
