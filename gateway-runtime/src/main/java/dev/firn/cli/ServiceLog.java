package dev.firn.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * The service's log: one line an entry on standard error. Under systemd each line begins with its priority, for the
 * journal to sort by (sd-daemon(3)); elsewhere with the time of day.
 */
final class ServiceLog {

    private ServiceLog() {}

    static void install() {
        boolean journal = System.getenv("JOURNAL_STREAM") != null;
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        ConsoleHandler console = new ConsoleHandler();
        console.setFormatter(journal ? new JournalFormat() : new TerminalFormat());
        root.addHandler(console);
        root.setLevel(Level.INFO);
    }

    /** The log outlives the beginning of the JVM's shutdown, where the JDK's own manager would silence it. */
    public static final class Keeper extends LogManager {
        @Override
        public void reset() {
            // Handlers are flushed at every line; there is nothing to lose.
        }
    }

    static final class JournalFormat extends Formatter {
        @Override
        public String format(LogRecord entry) {
            return "<" + priority(entry.getLevel()) + ">" + text(entry) + "\n";
        }

        private static int priority(Level level) {
            if (level.intValue() >= Level.SEVERE.intValue()) {
                return 3;
            }
            if (level.intValue() >= Level.WARNING.intValue()) {
                return 4;
            }
            return level.intValue() >= Level.INFO.intValue() ? 6 : 7;
        }
    }

    static final class TerminalFormat extends Formatter {
        private static final DateTimeFormatter CLOCK =
                DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

        @Override
        public String format(LogRecord entry) {
            String time = CLOCK.format(entry.getInstant());
            String level = entry.getLevel().equals(Level.INFO) ? "" : entry.getLevel() + " ";
            return time + " " + level + text(entry) + "\n";
        }
    }

    private static String text(LogRecord entry) {
        String message = new TerminalFormat().formatMessage(entry);
        if (entry.getThrown() == null) {
            return message;
        }
        StringWriter trace = new StringWriter();
        entry.getThrown().printStackTrace(new PrintWriter(trace));
        return message + "\n" + trace;
    }
}
