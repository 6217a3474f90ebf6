package dev.firn.rigs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.rigs.faults.BrokerFault;
import dev.firn.rigs.faults.HostileBroker;
import dev.firn.rigs.faults.LinkFault;
import dev.firn.rigs.faults.LinkFault.Direction;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each fault of a link and each misdeed of a broker, survived: everything arrives once the fault is over, in its order, what
 * comes twice is the same, and the gateway has not grown. All run side by side, each with a gateway and a broker of its own.
 */
class FaultsIT {

    private static final int SIDE_BY_SIDE = 9;
    private static final Duration BOUND = Duration.ofMinutes(2);
    private static final Duration DELAY = Duration.ofMillis(400);

    private static final ExecutorService THREADS = Executors.newFixedThreadPool(SIDE_BY_SIDE);
    private static final Map<String, CompletableFuture<Void>> OUTCOMES = new LinkedHashMap<>();

    @BeforeAll
    static void startAll() {
        link("latency", new LinkFault.Latency(DELAY), fault -> fault.awaitMore(20));
        link("slow", new LinkFault.Slow(2000), fault -> fault.awaitMore(20));
        link("black hole", new LinkFault.BlackHole(), fault -> fault.awaitReconnections(1));
        link("requests lost", new LinkFault.HalfOpen(Direction.REQUESTS), fault -> fault.awaitReconnections(1));
        link("answers lost", new LinkFault.HalfOpen(Direction.ANSWERS), fault -> fault.awaitReconnections(1));
        link("resets", new LinkFault.Resets(), fault -> fault.awaitReconnections(3));
        link("cut in a packet", new LinkFault.CutAfter(3001), fault -> fault.awaitReconnections(3));
        link("refused", new LinkFault.Refusal(), FaultCase::awaitRefusal);
        broker("silent broker", new BrokerFault.Silence(), connections(2));
        broker("not authorised", new BrokerFault.Refuses(5), connections(3));
        broker("no acknowledgement", new BrokerFault.AcknowledgesNothing(), connections(2));
        broker("foreign acknowledgements", new BrokerFault.ForeignAcknowledgements(), connections(2));
        broker("late acknowledgements", new BrokerFault.LateAcknowledgements(DELAY), messages(40));
        broker("double acknowledgements", new BrokerFault.DoubleAcknowledgements(), messages(40));
        broker("flood of acknowledgements", new BrokerFault.AcknowledgementFlood(200), messages(40));
        broker("endless length", new BrokerFault.BadLength(), connections(3));
        broker("garbage", new BrokerFault.Garbage(500, 11), connections(3));
        broker("hangs up", new BrokerFault.HangsUp("/summary/", 0), connections(3));
    }

    @AfterAll
    static void end() {
        THREADS.shutdownNow();
        THREADS.close();
    }

    static Stream<String> faults() {
        return OUTCOMES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void survives(String fault) throws Throwable {
        try {
            OUTCOMES.getOrDefault(fault, CompletableFuture.failedFuture(new AssertionError(fault)))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private static void link(String name, LinkFault fault, FaultCase.Trouble trouble) {
        begin(name, of -> of.survives(fault, trouble));
    }

    private static void broker(String name, BrokerFault fault, FaultCase.HostileTrouble trouble) {
        begin(name, of -> of.survives(fault, trouble));
    }

    private static void begin(String name, Consumer<FaultCase> what) {
        OUTCOMES.put(name, CompletableFuture.runAsync(() -> run(what), THREADS));
    }

    private static void run(Consumer<FaultCase> what) {
        try (FaultCase fault = new FaultCase()) {
            what.accept(fault);
            assertThat(fault.reversals()).as("order within the series").isEmpty();
        }
    }

    private static FaultCase.HostileTrouble connections(int connections) {
        return (HostileBroker hostile) -> hostile.awaitConnections(connections, BOUND);
    }

    private static FaultCase.HostileTrouble messages(int messages) {
        return (HostileBroker hostile) -> hostile.awaitReceived(messages, BOUND);
    }
}
