package dev.firn.rigs.kernel;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs the test classes that are named and tells of each test; ends with 0 if there were some and all succeeded. */
final class GuestTestMain {

    private static final PrintWriter OUTPUT = new PrintWriter(System.out, true, StandardCharsets.UTF_8);

    private GuestTestMain() {}

    public static void main(String[] classNames) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request(classNames), summary, new Report());
        summary.getSummary().printFailuresTo(OUTPUT, 30);
        // What a test has left running shall not keep the JVM.
        System.exit(isSuccess(summary.getSummary()) ? 0 : 1);
    }

    private static LauncherDiscoveryRequest request(String... classNames) {
        ClassSelector[] classes =
                Stream.of(classNames).map(DiscoverySelectors::selectClass).toArray(ClassSelector[]::new);
        return LauncherDiscoveryRequestBuilder.request().selectors(classes).build();
    }

    private static boolean isSuccess(TestExecutionSummary summary) {
        return summary.getTestsFoundCount() > 0
                && summary.getTestsSucceededCount() == summary.getTestsFoundCount()
                && summary.getTotalFailureCount() == 0;
    }

    private static final class Report implements TestExecutionListener {

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            test.getSource().ifPresent(source -> {
                if (test.isTest() && source instanceof MethodSource method) {
                    OUTPUT.printf("%s %s#%s%n", word(result), method.getClassName(), test.getDisplayName());
                }
            });
        }

        private static String word(TestExecutionResult result) {
            return result.getStatus() == TestExecutionResult.Status.SUCCESSFUL ? "passed" : "failed";
        }
    }
}
