package dev.firn.bus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What the kernel's own drivers tell in files: 1-Wire, IIO, hwmon. Devices are found by name, since their numbers
 * change from boot to boot. A read can take as long as the device does (a DS18B20 750 ms).
 *
 * @param root where sysfs is mounted: {@code /sys}
 */
public record Sysfs(Path root) {

    /**
     * The text of a file, without the white space around it.
     *
     * @param file from the root, such as {@code bus/w1/devices/28-0123456789ab/temperature}
     * @throws BusException if it is not there, or the device behind it does not answer
     */
    public String text(String file) {
        try {
            return Files.readString(root.resolve(file), StandardCharsets.ISO_8859_1)
                    .strip();
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /** Writes a text into a file that is there. */
    public void write(String file, String text) {
        try {
            Files.write(
                    root.resolve(file),
                    text.getBytes(StandardCharsets.ISO_8859_1),
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /**
     * A number in a file, always with a point for the decimals.
     *
     * @throws BusException if it is not there, the device does not answer, or it is no number
     */
    public double number(String file) {
        String text = text(file);
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new BusException(root.resolve(file).toString(), BusFault.FAILED, "\"" + text + "\" is no number");
        }
    }

    /** Whether a file is there and may be written: often not, since the service sees {@code /sys} read-only. */
    public boolean canWrite(String file) {
        return Files.isWritable(root.resolve(file));
    }

    /** Whether there is such a file or directory. */
    public boolean has(String file) {
        return Files.exists(root.resolve(file));
    }

    /** The names of what is in a directory, sorted; none where there is no such directory. */
    public List<String> list(String directory) {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root.resolve(directory))) {
            entries.forEach(entry -> names.add(String.valueOf(entry.getFileName())));
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (IOException e) {
            throw failure(directory, e);
        }
        Collections.sort(names);
        return names;
    }

    /**
     * The directories below another whose file {@code name} says this.
     *
     * @param directory such as {@code bus/iio/devices}
     * @return the directories from the root, such as {@code bus/iio/devices/iio:device0}, sorted
     */
    public List<String> named(String directory, String name) {
        return list(directory).stream()
                .map(entry -> directory + "/" + entry)
                .filter(path -> has(path + "/name") && text(path + "/name").equals(name))
                .toList();
    }

    /**
     * What a device is connected through: the names of the directories that it really lies in, nearest first, such as
     * {@code 1-0076}, {@code i2c-1}.
     *
     * @param directory from the root, such as {@code bus/iio/devices/iio:device0}
     * @throws BusException if it is not there
     */
    public List<String> ancestors(String directory) {
        try {
            List<String> names = new ArrayList<>();
            Path real = root.resolve(directory).toRealPath();
            for (Path above = real.getParent();
                    above != null && above.getFileName() != null;
                    above = above.getParent()) {
                names.add(String.valueOf(above.getFileName()));
            }
            return names;
        } catch (IOException e) {
            throw failure(directory, e);
        }
    }

    private BusException failure(String file, IOException fault) {
        String place = root.resolve(file).toString();
        return switch (fault) {
            case NoSuchFileException gone -> new BusException(place, BusFault.NO_DEVICE, "no such file");
            case AccessDeniedException denied ->
                new BusException(place, BusFault.NOT_PERMITTED, "let the user firn read it");
            default -> new BusException(place, faultOf(fault), String.valueOf(fault.getMessage()));
        };
    }

    /** The JDK gives the kernel's error only as its text (strerror), which is English whatever the locale: LC_ALL=C. */
    private static BusFault faultOf(IOException fault) {
        String words = String.valueOf(fault.getMessage());
        if (words.contains("timed out")) {
            return BusFault.TIMED_OUT;
        }
        return words.contains("No such device") || words.contains("Remote I/O") ? BusFault.NO_DEVICE : BusFault.FAILED;
    }
}
