package dev.firn.preprocessor.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnixSocketTest {

    private static final String GATE = "[{\"n\":\"gate/people-in\",\"t\":1734950000,\"v\":1}]\n";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();

    @Test
    void speaksOverTheSocketThatItIsGiven() throws IOException {
        try (ServerSocketChannel server = listening()) {
            CompletableFuture<Integer> exit = start();
            try (SocketChannel gateway = server.accept()) {
                BufferedReader reader = new BufferedReader(Channels.newReader(gateway, StandardCharsets.UTF_8));
                assertThat(reader.readLine()).contains("firn/hello");
                send(gateway, GATE.repeat(5000) + "{\"n\":\"firn/ping\",\"t\":1734950001,\"vs\":\"z\"}\n");
                assertThat(reader.readLine()).contains("firn/pong", "\"z\"");
                send(gateway, "{\"n\":\"firn/drain\",\"vb\":true}\n");
                assertThat(reader.readLine()).contains("\\\"sum\\\":5000");
                assertThat(reader.readLine()).isNull();
            }
            assertThat(exit.join()).isZero();
        }
    }

    @Test
    void gatewayThatGoesAwayDrains() throws IOException {
        try (ServerSocketChannel server = listening()) {
            CompletableFuture<Integer> exit = start();
            try (SocketChannel gateway = server.accept()) {
                send(gateway, GATE);
                gateway.shutdownOutput();
                BufferedReader reader = new BufferedReader(Channels.newReader(gateway, StandardCharsets.UTF_8));
                assertThat(reader.lines()).hasSize(2);
            }
            assertThat(exit.join()).isZero();
        }
    }

    @Test
    void socketThatIsNotThereIsUnavailable() {
        assertThat(start().join()).isEqualTo(69);
        assertThat(complaints.toString(StandardCharsets.UTF_8)).contains("FIRN_SOCKET", "is the gateway running");
    }

    private ServerSocketChannel listening() throws IOException {
        return ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket()));
    }

    private Path socket() {
        return folder.resolve("firn.sock");
    }

    private CompletableFuture<Integer> start() {
        Surroundings surroundings = new Surroundings(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                new PrintStream(complaints, true, StandardCharsets.UTF_8),
                Optional.of(socket().toString()));
        return CompletableFuture.supplyAsync(
                () -> ProgramRun.run(new CountingProgram(), surroundings), Thread::startVirtualThread);
    }

    private static void send(SocketChannel channel, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
