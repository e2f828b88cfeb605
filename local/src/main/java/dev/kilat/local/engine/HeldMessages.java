package dev.kilat.local.engine;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// Messages that a poller had received when the machine went down.
///
/// In the cloud they come back when their visibility timeout ends, which is minutes. Here every
/// poller went down with the queues, so that nobody can still be at work on them, and they come
/// back at the start.
final class HeldMessages {
    private HeldMessages() {}

    /// @param url of ElasticMQ's database: a table `MESSAGE_…` a queue, none before the first start
    static void release(String url) {
        try (Connection database = DriverManager.getConnection(url, "", "");
                Statement statement = database.createStatement()) {
            for (String table : tables(database)) {
                statement.executeUpdate("update \"" + table + "\" set next_delivery = 0");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The queues in " + url + " cannot be opened", e);
        }
    }

    private static List<String> tables(Connection database) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet tables = database.getMetaData().getTables(null, null, "MESSAGE\\_%", null)) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        }
        return names;
    }
}
