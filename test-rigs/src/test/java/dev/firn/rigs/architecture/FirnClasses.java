package dev.firn.rigs.architecture;

import static java.util.stream.Collectors.toMap;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The class files that the rules are held against. */
final class FirnClasses {

    // What JMH's annotation processor writes is neither ours nor marked.
    private static final ImportOption NOT_GENERATED = location -> !location.contains("/jmh_generated/");
    private static final ImportOption NO_FIXTURES = location -> !location.contains("/architecture/fixtures/");

    private FirnClasses() {}

    /** What is shipped, of all modules, as it is on the class path. */
    static JavaClasses production() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(NOT_GENERATED)
                .importPackages("dev.firn");
    }

    /** The test classes by module, as the build has left them in the modules' directories. */
    static Map<String, JavaClasses> tests() {
        return modules().stream()
                .map(module -> module.resolve("target/test-classes"))
                .filter(Files::isDirectory)
                .collect(toMap(
                        directory -> directory
                                .subpath(directory.getNameCount() - 3, directory.getNameCount() - 2)
                                .toString(),
                        FirnClasses::withoutFixtures));
    }

    /** Names of the modules that have test sources. */
    static List<String> modulesWithTests() {
        return modules().stream()
                .filter(module -> Files.isDirectory(module.resolve("src/test/java")))
                .map(module -> String.valueOf(module.getFileName()))
                .toList();
    }

    /** Classes that break rules on purpose. */
    static JavaClasses fixtures() {
        return new ClassFileImporter().importPackages("dev.firn.rigs.architecture.fixtures");
    }

    private static JavaClasses withoutFixtures(Path directory) {
        return new ClassFileImporter().withImportOption(NO_FIXTURES).importPath(directory);
    }

    /** The directories beside this module's that are modules. The tests run in their module's directory. */
    private static List<Path> modules() {
        Path root = Path.of("").toAbsolutePath().resolveSibling("");
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(entry -> Files.exists(entry.resolve("pom.xml")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
