package dev.firn.checkpoint;

import dev.firn.outbox.Outbox;
import dev.firn.pipeline.Pipeline;
import dev.firn.state.StateException;
import dev.firn.telemetry.Reading;
import dev.firn.telemetry.Summary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an earlier run has left behind of its open windows: a checkpoint, the journals since, what it has sent since. */
final class Recovery {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final CheckpointFiles files;
    private final Optional<Checkpoint> checkpoint;
    private final List<String> damage;
    private final List<Path> journals;
    private final long newestGeneration;
    private final long firstSeq;
    private final SentWindows sent;

    private Recovery(Path folder, CheckpointFiles files, Outbox outbox) throws IOException {
        this.files = files;
        CheckpointFiles.Found found = files.read();
        checkpoint = found.checkpoint();
        damage = found.checkpoint().isPresent() ? List.of() : found.damage();
        List<Path> all = ReadingJournal.in(folder);
        long known = checkpoint.map(Checkpoint::generation).orElse(0L);
        journals = all.stream()
                .filter(journal -> JournalFormat.generation(journal) >= known)
                .toList();
        newestGeneration = all.isEmpty() ? known : Math.max(known, JournalFormat.generation(all.getLast()));
        firstSeq = checkpoint.isPresent() ? checkpoint.get().nextSeq() : firstSeq(journals, outbox);
        sent = SentWindows.since(firstSeq, outbox);
    }

    static Recovery read(Path folder, CheckpointFiles files, Outbox outbox) {
        try {
            return new Recovery(folder, files, outbox);
        } catch (IOException e) {
            throw new CheckpointException("outbox.directory: \"" + folder + "\" cannot be read: " + e, e);
        }
    }

    private static long firstSeq(List<Path> journals, Outbox outbox) throws IOException {
        for (Path journal : journals) {
            OptionalLong seq = JournalReader.nextSeq(journal);
            if (seq.isPresent()) {
                return seq.getAsLong();
            }
        }
        return outbox.nextSeq();
    }

    Optional<Checkpoint> checkpoint() {
        return checkpoint;
    }

    long newestGeneration() {
        return newestGeneration;
    }

    /** From here on the outbox's records are needed. */
    long firstSeq() {
        return firstSeq;
    }

    /** Brings the pipeline to where the earlier run was; what is wrong, if anything is. */
    Optional<String> into(Pipeline pipeline, KnownMessages messages, Consumer<Summary> closed) {
        List<String> problems = new ArrayList<>(damage);
        Consumer<Summary> unsent = sent.sift(closed);
        checkpoint.ifPresent(kept -> problems.addAll(restore(kept, pipeline, messages, unsent)));
        Replay replay = new Replay(pipeline, messages, unsent);
        journals.forEach(journal -> problems.addAll(replay(journal, replay)));
        sent.closeIn(pipeline, closed);
        if (checkpoint.isPresent() && problems.isEmpty()) {
            LOG.info("windows: those that were open are taken up, with {} readings of the journal", replay.readings);
        }
        return problems.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", problems));
    }

    private List<String> restore(Checkpoint kept, Pipeline pipeline, KnownMessages messages, Consumer<Summary> unsent) {
        try {
            pipeline.restore(kept.pipeline(), unsent);
            messages.restore(kept.sources());
            return List.of();
        } catch (StateException e) {
            return files.setAsideNewest(String.valueOf(e.getMessage()));
        }
    }

    private static List<String> replay(Path journal, Replay replay) {
        try {
            int torn = JournalReader.read(journal, replay);
            if (torn > 0) {
                LOG.warn("journal: {} torn bytes at the end of {}", torn, journal);
            }
            return List.of();
        } catch (IOException e) {
            return List.of(e.toString());
        }
    }

    /** Gives the readings of journals to the pipeline. */
    private static final class Replay implements JournalReader.Listener {

        private final Pipeline pipeline;
        private final KnownMessages messages;
        private final Consumer<Summary> closed;
        private long readings;

        Replay(Pipeline pipeline, KnownMessages messages, Consumer<Summary> closed) {
            this.pipeline = pipeline;
            this.messages = messages;
            this.closed = closed;
        }

        @Override
        public void message(String source, int messageId, int checksum) {
            messages.add(source, messageId, checksum);
        }

        @Override
        public void reading(Reading reading) {
            readings++;
            pipeline.accept(reading, closed);
        }

        @Override
        public void timePassed(long millis) {
            pipeline.advanceTo(millis, closed);
        }
    }
}
