package io.mts1b.brokers.kraken;

import io.mts1b.foundation.Require;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A reserve of nonces in a file: one number, replaced as a whole. */
public final class NonceFile implements Nonces.Reserve {

    private final Path file;

    /**
     * Names the file.
     *
     * @param file one for each key; it need not exist, its folder must
     */
    public NonceFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    @Override
    public long reserved() {
        try {
            if (!Files.exists(file)) {
                return 0;
            }
            Require.that(Files.size(file) <= 20, "nonce file " + file + " must hold one number, is longer");
            String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
            Require.that(
                    text.length() <= 18 && !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9'),
                    "nonce file " + file + " must hold one number, does not");
            return Long.parseLong(text);
        } catch (IOException e) {
            throw new UncheckedIOException("nonce file " + file + " cannot be read", e);
        }
    }

    @Override
    public void reserve(long upTo) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            channel.write(ByteBuffer.wrap(Long.toString(upTo).getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("nonce file " + file + " cannot be written", e);
        }
    }
}
