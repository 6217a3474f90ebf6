package dev.firn.rigs.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.base.DescribedPredicate.or;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.firn.rigs.architecture.Place.in;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.BaseStream;
import org.jspecify.annotations.NullMarked;

/** The rules of the architecture, each of which {@link RulesHoldTest} makes fail. */
final class FirnRules {

    private static final List<String> PREPROCESSING = List.of(
            "telemetry", "senml", "state", "quality", "filter", "window", "derived", "pipeline", "preprocessor");

    private static final DescribedPredicate<JavaClass> JDK = resideInAPackage("java..");
    private static final DescribedPredicate<JavaClass> JSPECIFY = resideInAPackage("org.jspecify..");
    private static final DescribedPredicate<JavaClass> SLF4J = resideInAPackage("org.slf4j..");
    private static final DescribedPredicate<JavaClass> JSERIALCOMM = resideInAPackage("com.fazecast..");
    private static final DescribedPredicate<JavaClass> JACKSON_CORE = resideInAPackage("com.fasterxml.jackson.core..");
    private static final DescribedPredicate<JavaClass> PI4J = resideInAPackage("com.pi4j..");

    /**
     * What is pure: preprocessing but for its programs' mains and their link, power but for what speaks to the kernel.
     */
    private static final DescribedPredicate<JavaClass> PURE = or(
            in(PREPROCESSING).and(not(mainsOf("preprocessor"))).and(not(in("preprocessor.link"))),
            in("power").and(not(in("power.linux"))));

    static final ArchRule PACKAGES_FORM_NO_CYCLES =
            slices().matching("dev.firn.(**)").should().beFreeOfCycles().as("packages form no cycles");

    static final ArchRule PREPROCESSING_KNOWS_THE_JDK_ONLY = classes()
            .that(in(PREPROCESSING).and(not(in("senml", "preprocessor"))))
            .should()
            .onlyDependOnClassesThat(or(JDK, JSPECIFY, in(PREPROCESSING)))
            .as("preprocessing knows the JDK only");

    static final ArchRule PROGRAMS_KNOW_A_JSON_PARSER_BESIDES = classes()
            .that(in("senml", "preprocessor"))
            .should()
            .onlyDependOnClassesThat(or(JDK, JSPECIFY, JACKSON_CORE, in(PREPROCESSING)))
            .allowEmptyShould(true)
            .as("the preprocessors' programs know the JDK and a JSON parser only");

    static final ArchRule TELEMETRY_KNOWS_NOBODY = classes()
            .that(in("telemetry"))
            .should()
            .onlyDependOnClassesThat(or(JDK, JSPECIFY, in("telemetry")))
            .as("telemetry knows nobody");

    static final ArchRule DRIVERS_KNOW_TELEMETRY_ONLY = classes()
            .that(in("sensor", "bus"))
            .should()
            .onlyDependOnClassesThat(
                    or(JDK, JSPECIFY, PI4J, JSERIALCOMM, JACKSON_CORE, in("sensor", "bus", "telemetry")))
            .as("drivers know telemetry, Pi4J and the libraries of their buses only");

    static final ArchRule ONE_DRIVER_READS_JSON = noClasses()
            .that(in("sensor", "bus").and(not(in("sensor.gpsd"))))
            .should()
            .dependOnClassesThat(JACKSON_CORE)
            .as("of the drivers only gpsd's reads JSON");

    static final ArchRule LIBRARIES_OF_BUSES_STAY_BELOW_THEM = noClasses()
            .that(not(in("bus.linux")))
            .should()
            .dependOnClassesThat(JSERIALCOMM)
            .allowEmptyShould(true)
            .as("serial ports are opened in bus.linux only");

    static final ArchRule BUSES_KNOW_NO_SENSORS = noClasses()
            .that(in("bus"))
            .should()
            .dependOnClassesThat(in("sensor"))
            .allowEmptyShould(true)
            .as("buses know no sensors");

    static final ArchRule POWER_KNOWS_THE_JDK_AND_SLF4J_ONLY = classes()
            .that(in("power"))
            .should()
            .onlyDependOnClassesThat(or(JDK, JSPECIFY, SLF4J, in("power")))
            .as("power knows the JDK and slf4j only");

    static final ArchRule NOBODY_KNOWS_THE_RIGS = noClasses()
            .that(not(in("rigs")))
            .should()
            .dependOnClassesThat(in("rigs"))
            .as("nobody knows the rigs");

    static final ArchRule PURE_PACKAGES_DO_NO_INPUT_OR_OUTPUT = noClasses()
            .that(PURE)
            .should(dependOnClassesThat(
                    resideInAnyPackage("java.io..", "java.nio.file..", "java.nio.channels..", "java.net..")))
            .as("pure packages do no input or output");

    static final ArchRule PURE_PACKAGES_START_NO_THREADS = noClasses()
            .that(PURE)
            .should(dependOnClassesThat(or(
                            assignableTo(Thread.class),
                            assignableTo(Thread.Builder.class),
                            assignableTo(ThreadFactory.class),
                            assignableTo(Executor.class),
                            assignableTo(CompletableFuture.class),
                            assignableTo(Timer.class),
                            describe(
                                    "that make executors",
                                    javaClass -> javaClass.getName().equals("java.util.concurrent.Executors"))))
                    .or(accessTargetWhere(calls(BaseStream.class, "parallel")))
                    .or(accessTargetWhere(calls(java.util.Collection.class, "parallelStream"))))
            .as("pure packages start no threads");

    static final ArchRule PURE_PACKAGES_READ_NO_CLOCK = noClasses()
            .that(PURE)
            .should(accessTargetWhere(calls(System.class, "currentTimeMillis", "nanoTime"))
                    .or(accessTargetWhere(describe(
                            "java.time's now",
                            access -> access.getName().equals("now")
                                    && access.getTargetOwner().getPackageName().startsWith("java.time"))))
                    .or(accessTargetWhere(describe(
                            "a clock of the system",
                            access -> isCallOf(access, Clock.class, InstantSource.class)
                                    && (access.getName().startsWith("system")
                                            || access.getName().startsWith("tick")))))
                    .or(accessTargetWhere(
                            describe("java.util's dates", access -> isCallOf(access, Date.class, Calendar.class)))))
            .as("pure packages read no clock");

    static final ArchRule FOREIGN_MEMORY_STAYS_WITH_THE_KERNEL = noClasses()
            .that(not(in("bus.linux", "power.linux")))
            .should()
            .dependOnClassesThat(resideInAPackage("java.lang.foreign.."))
            .as("foreign memory stays in bus.linux and power.linux");

    static final ArchRule TESTS_DO_NOT_SLEEP = noClasses()
            .should(accessTargetWhere(calls(Thread.class, "sleep"))
                    .or(accessTargetWhere(calls(TimeUnit.class, "sleep")))
                    .or(accessTargetWhere(calls(LockSupport.class, "park", "parkNanos", "parkUntil"))))
            .as("tests do not sleep");

    static final ArchRule PACKAGES_ARE_NULL_MARKED =
            classes().should(liveInNullMarkedPackages()).as("packages are @NullMarked");

    private FirnRules() {}

    private static DescribedPredicate<JavaClass> mainsOf(String packageName) {
        return in(packageName)
                .and(describe(
                        "with a main method",
                        javaClass -> javaClass.getMethods().stream()
                                .anyMatch(method -> method.getName().equals("main")
                                        && method.getModifiers().contains(JavaModifier.STATIC))));
    }

    /** Calls and method references of a type or its subtypes. */
    private static DescribedPredicate<JavaAccess<?>> calls(Class<?> owner, String... names) {
        Set<String> wanted = Set.of(names);
        return describe(
                owner.getSimpleName() + "." + String.join("|", names),
                access -> wanted.contains(access.getName()) && isCallOf(access, owner));
    }

    private static boolean isCallOf(JavaAccess<?> access, Class<?>... owners) {
        return Set.of(owners).stream().anyMatch(owner -> access.getTargetOwner().isAssignableTo(owner));
    }

    private static ArchCondition<JavaClass> liveInNullMarkedPackages() {
        return new ArchCondition<>("live in packages annotated with @NullMarked") {
            @Override
            public void check(JavaClass javaClass, ConditionEvents events) {
                boolean marked = javaClass.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(
                        javaClass,
                        marked,
                        javaClass.getName() + " lives in " + javaClass.getPackageName()
                                + ", whose package-info.java is missing or not @NullMarked"));
            }
        };
    }
}
