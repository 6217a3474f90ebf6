package dev.firn.rigs.kernel;

import dev.firn.rigs.RigException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Speaks with {@code test-rigs/kernel/guest/lines.sh}: sends it a line, reads what the line prints and its exit status.
 * Any thread; one line at a time.
 */
final class Console {

    /** Before each word of the protocol; nothing that is run prints it. */
    private static final int MARK = 1;

    private static final int TAIL = 2000;

    private final OutputStream lines;
    private final Supplier<String> epitaph;
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private final Lock oneLine = new ReentrantLock();

    /**
     * Starts to listen.
     *
     * @param epitaph what to say of the end of whoever answers
     */
    Console(InputStream answers, OutputStream lines, Supplier<String> epitaph) {
        this.lines = lines;
        this.epitaph = epitaph;
        Thread.ofPlatform().daemon().name("guest-console").start(() -> listen(answers));
    }

    /**
     * Waits for the first sign of life.
     *
     * @throws RigException if it does not come within the bound
     */
    void awaitUp(Duration bound) {
        answer("to come up", bound);
    }

    /**
     * Has a line run.
     *
     * @throws RigException if it has not ended within the bound, or nobody is there any more
     */
    Outcome run(String line, Duration bound) {
        oneLine.lock();
        try {
            lines.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            lines.flush();
            return answer("to finish " + line, bound).outcome();
        } catch (IOException e) {
            throw new RigException("cannot reach the guest, " + epitaph.get(), e);
        } finally {
            oneLine.unlock();
        }
    }

    private Answer answer(String what, Duration bound) {
        try {
            Answer answer = answers.poll(bound.toNanos(), TimeUnit.NANOSECONDS);
            if (answer == null) {
                throw new RigException(
                        "waited " + bound.toSeconds() + " s in vain for the guest " + what + "; " + epitaph.get());
            }
            if (answer.isEnd()) {
                answers.add(answer);
                throw new RigException(
                        "the guest ended while it had " + what + "; " + epitaph.get() + "\n" + answer.tail());
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RigException("interrupted while waiting for the guest " + what, e);
        }
    }

    private void listen(InputStream input) {
        try (InputStream bytes = new BufferedInputStream(input)) {
            Answer answer;
            do {
                String output = until(MARK, bytes);
                answer = new Answer(until('\n', bytes), output);
                answers.add(answer);
            } while (!answer.isEnd());
        } catch (IOException e) {
            answers.add(new Answer("", "its output breaks off: " + e));
        }
    }

    /** What comes before an end, or before the end of all. */
    private static String until(int end, InputStream bytes) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (int next = bytes.read(); next != end && next >= 0; next = bytes.read()) {
            text.write(next);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    /**
     * A word of the protocol.
     *
     * @param word the word; empty if there will be no more
     * @param output what was printed before it
     */
    private record Answer(String word, String output) {

        boolean isEnd() {
            return word.isEmpty();
        }

        String tail() {
            return output.substring(Math.max(0, output.length() - TAIL));
        }

        Outcome outcome() {
            if (word.equals("up")) {
                throw new RigException("the guest has booted anew");
            }
            return new Outcome(Integer.parseInt(word.substring("done ".length())), output);
        }
    }
}
