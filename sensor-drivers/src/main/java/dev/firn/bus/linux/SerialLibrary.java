package dev.firn.bus.linux;

import com.fazecast.jSerialComm.SerialPort;
import dev.firn.bus.BusException;
import dev.firn.bus.BusFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Loads the native part of jSerialComm from a directory that nobody else can write to. By itself the library would put it
 * into one below {@code /tmp} whose name everybody knows and that everybody may write to, and load what it finds there.
 */
final class SerialLibrary {

    private static final String PATH_PROPERTY = "jSerialComm.library.path";
    private static final String FILE = "libjSerialComm.so";

    /** The library's folders for what Java calls the processor. */
    private static final Map<String, String> FOLDERS = Map.of("amd64", "x86_64", "aarch64", "armv8_64");

    private static boolean loaded;

    private SerialLibrary() {}

    /**
     * Loads it, the first time. For a processor that is not known here, and where somebody has named a directory, the
     * library goes its own way.
     */
    static synchronized void load() {
        String folder = FOLDERS.get(System.getProperty("os.arch"));
        if (loaded || folder == null || System.getProperty(PATH_PROPERTY) != null) {
            return;
        }
        try (InputStream library = SerialPort.class.getResourceAsStream("/Linux/" + folder + "/" + FILE)) {
            if (library == null) {
                throw new IOException("not in the archive of jSerialComm");
            }
            loadFrom(library);
            loaded = true;
        } catch (IOException e) {
            throw new BusException("serial ports", BusFault.FAILED, FILE + " cannot be unpacked: " + e.getMessage());
        }
    }

    /** Once it is loaded the file is not needed any more. */
    private static void loadFrom(InputStream library) throws IOException {
        Path directory = Files.createTempDirectory("firn-serial");
        Path file = directory.resolve(FILE);
        try {
            Files.copy(library, file);
            System.setProperty(PATH_PROPERTY, directory.toString());
            // Whatever is asked of the class first loads it.
            SerialPort.getVersion();
        } finally {
            System.clearProperty(PATH_PROPERTY);
            Files.deleteIfExists(file);
            Files.delete(directory);
        }
    }
}
