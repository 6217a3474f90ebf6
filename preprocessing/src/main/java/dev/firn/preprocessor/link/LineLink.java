package dev.firn.preprocessor.link;

import dev.firn.preprocessor.Conversation;
import dev.firn.preprocessor.Preprocessor;
import dev.firn.preprocessor.Program;
import dev.firn.senml.SenMlException;
import dev.firn.senml.SenMlLine;
import dev.firn.senml.SenMlRecord;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Lines in, lines out, over two streams, until the input ends or a drain comes. What came together is worked through,
 * then the output is flushed. A line that is damaged, and a record that means nothing, is told and skipped. For one
 * thread, which waits while no input comes and while nobody takes the output.
 */
final class LineLink implements LineCutter.Sink {

    private static final int BATCH_BYTES = 32 * 1024;

    private final InputStream in;
    private final OutputStream out;
    private final Complaints complaints;
    private final Conversation conversation;

    LineLink(Program<?> program, Preprocessor preprocessor, InputStream in, OutputStream out, Complaints complaints) {
        this.in = in;
        this.out = new BufferedOutputStream(out, BATCH_BYTES);
        this.complaints = complaints;
        conversation = new Conversation(program.name(), program.version(), preprocessor, this::write);
    }

    /**
     * Runs to the end.
     *
     * @throws IOException if the input cannot be read
     * @throws UncheckedIOException if the output cannot be written
     */
    void run() throws IOException {
        out.flush();
        LineCutter lines = new LineCutter(this);
        byte[] batch = new byte[BATCH_BYTES];
        while (!conversation.isOver()) {
            int count = in.read(batch);
            if (count < 0) {
                lines.end();
                conversation.end();
            } else {
                lines.take(batch, count);
            }
            out.flush();
        }
        complaints.end();
    }

    @Override
    public void line(long number, byte[] line) {
        if (isBlank(line)) {
            return;
        }
        try {
            SenMlLine.decode(line).forEach(received -> take(number, received));
        } catch (SenMlException e) {
            complaints.skipped(number, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void tooLong(long number) {
        complaints.skipped(
                number, "longer than " + LineCutter.LONGEST_LINE + " bytes; send fewer records in each line");
    }

    // The other records of the line are unharmed.
    private void take(long number, SenMlRecord received) {
        try {
            conversation.take(received);
        } catch (SenMlException e) {
            complaints.skipped(number, String.valueOf(e.getMessage()));
        }
    }

    private void write(SenMlRecord sent) {
        try {
            out.write((SenMlLine.encode(sent) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isBlank(byte[] line) {
        for (byte character : line) {
            if (character != ' ' && character != '\t' && character != '\r') {
                return false;
            }
        }
        return true;
    }
}
