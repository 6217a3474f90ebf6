package dev.firn.rigs.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;

/**
 * Where a class lives below {@code dev.firn}. The fixtures, which break the rules on purpose, live below a root of
 * their own that counts as {@code dev.firn}, so that they meet the same rules.
 */
final class Place {

    static final String FIXTURES = "dev.firn.rigs.architecture.fixtures.";
    private static final String FIRN = "dev.firn.";

    private Place() {}

    /** In one of these packages or below it. */
    static DescribedPredicate<JavaClass> in(List<String> packages) {
        return DescribedPredicate.describe(
                "in " + String.join(", ", packages),
                javaClass -> packages.stream().anyMatch(name -> isIn(of(javaClass), name)));
    }

    /** In one of these packages or below it. */
    static DescribedPredicate<JavaClass> in(String... packages) {
        return in(List.of(packages));
    }

    private static boolean isIn(String place, String name) {
        return place.equals(name) || place.startsWith(name + ".");
    }

    /** The package's name without the root; empty outside of Firn. */
    private static String of(JavaClass javaClass) {
        String name = javaClass.getPackageName();
        if (name.startsWith(FIXTURES)) {
            return name.substring(FIXTURES.length());
        }
        return name.startsWith(FIRN) ? name.substring(FIRN.length()) : "";
    }
}
