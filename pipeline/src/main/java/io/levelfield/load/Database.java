package io.levelfield.load;

import io.levelfield.model.text.Message;
import io.levelfield.study.JdbcSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** The way into the database. The driver is asked directly, so that nothing loads it sooner. */
final class Database {
  private static final String PROGRAM = "levelfield";

  private Database() {}

  /**
   * Connects.
   *
   * @param environment variables, in which user and password stand
   * @throws LoadProblem if the url is not understood
   * @throws SQLException if no database answers or it lets nobody in
   */
  static Connection connect(JdbcSettings settings, Map<String, String> environment)
      throws SQLException {
    var properties = new Properties();
    PGProperty.APPLICATION_NAME.set(properties, PROGRAM);
    String user = environment.get(settings.userVariable());
    if (user != null) {
      PGProperty.USER.set(properties, user);
    }
    String password = environment.get(settings.passwordVariable());
    if (password != null) {
      PGProperty.PASSWORD.set(properties, password);
    }
    Connection connection = new Driver().connect(settings.url(), properties);
    if (connection == null) {
      throw new LoadProblem(Message.of("load.url", settings.url()));
    }
    return connection;
  }
}
