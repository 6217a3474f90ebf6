package dev.firn.history;

import dev.firn.outbox.WriteMeter;
import java.nio.ByteBuffer;
import java.util.Map;
import org.h2.mvstore.SFChunk;
import org.h2.mvstore.SingleFileStore;

/** H2's file, which says what it writes to the card. */
final class MeteredFile extends SingleFileStore {

    // What is read often, such as the pages above the rows, fits; a console's look at last week need not.
    private static final int CACHE_MEGABYTES = 1;

    private final WriteMeter meter;

    MeteredFile(WriteMeter meter) {
        super(Map.of("cacheSize", CACHE_MEGABYTES));
        this.meter = meter;
    }

    @Override
    protected void writeFully(SFChunk chunk, long position, ByteBuffer bytes) {
        meter.wrote(bytes.remaining());
        super.writeFully(chunk, position, bytes);
    }
}
