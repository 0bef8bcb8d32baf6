package io.mts1b.platform.security;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Secrets in files, one each, as Docker, Kubernetes and systemd hand them over.
 *
 * <p>A file that anybody but its owner may read or write is refused, for then its content is no secret; so is a
 * file on a system that cannot tell. One line feed at the end of the file is not part of the secret. Immutable and
 * thread-safe; a file is read each time it is asked for.
 */
public final class FileSecrets implements SecretSource {

    /** No key, token or password is larger; a chain of certificates is none. */
    private static final int LARGEST = 64 << 10;

    private static final Set<PosixFilePermission> OWNER = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private final Path directory;

    /**
     * Makes a source.
     *
     * @param directory where relative names begin
     */
    public FileSecrets(Path directory) {
        this.directory = directory;
    }

    @Override
    public Secret read(String name) {
        Path file = directory.resolve(name);
        try {
            check(file);
            byte[] bytes = Files.readAllBytes(file);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            String value = text.endsWith("\r\n")
                    ? text.substring(0, text.length() - 2)
                    : text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
            if (value.isEmpty()) {
                throw new SecretException("secret file " + file + " must hold a secret, is empty");
            }
            return Secret.of(value);
        } catch (NoSuchFileException e) {
            throw new SecretException("secret file " + file + " must exist, does not", e);
        } catch (CharacterCodingException e) {
            throw new SecretException("secret file " + file + " must be UTF-8, is not", e);
        } catch (IOException e) {
            throw new SecretException("secret file " + file + " cannot be read: " + e, e);
        }
    }

    private static void check(Path file) throws IOException {
        Set<PosixFilePermission> permissions;
        try {
            permissions = Files.getPosixFilePermissions(file);
        } catch (UnsupportedOperationException e) {
            throw new SecretException(
                    "secret file " + file + " must be on a file system that says who may read it, is not", e);
        }
        if (!OWNER.containsAll(permissions)) {
            throw new SecretException("secret file " + file
                    + " must be readable by its owner alone (chmod 600), has mode "
                    + PosixFilePermissions.toString(permissions));
        }
        if (Files.size(file) > LARGEST) {
            throw new SecretException(
                    "secret file " + file + " must be at most " + LARGEST + " bytes, has " + Files.size(file));
        }
    }
}
