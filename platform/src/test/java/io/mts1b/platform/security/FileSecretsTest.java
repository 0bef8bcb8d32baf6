package io.mts1b.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileSecretsTest {

    @TempDir
    private Path directory;

    private FileSecrets source = new FileSecrets(Path.of("."));

    @BeforeEach
    void open() {
        source = new FileSecrets(directory);
    }

    private Path file(String mode, byte[] content) throws IOException {
        Path file = directory.resolve("key");
        Files.write(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        return file;
    }

    @ParameterizedTest
    @CsvSource({"rw-------", "r--------", "rwx------"})
    void a_file_of_its_owner_alone_is_read(String mode) throws IOException {
        Path file = file(mode, "va lue\n".getBytes(StandardCharsets.UTF_8));

        assertThat(source.read("key")).isEqualTo(Secret.of("va lue"));
        assertThat(source.read(file.toAbsolutePath().toString())).isEqualTo(Secret.of("va lue"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw--w----", "rw-------x", "rw----r--", "rw-----w-"})
    void a_file_that_others_may_touch_is_refused(String mode) throws IOException {
        Path file = file(mode.substring(0, 9), "value".getBytes(StandardCharsets.UTF_8));
        if (mode.length() == 10) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw------x"));
        }

        assertThatThrownBy(() -> source.read("key"))
                .isInstanceOf(SecretException.class)
                .hasMessageStartingWith(
                        "secret file " + file + " must be readable by its owner alone (chmod 600), has mode rw-")
                .hasMessageNotContaining("value");
    }

    @Test
    void only_the_last_line_feed_is_no_part_of_it() throws IOException {
        file("rw-------", "a\n\r\n".getBytes(StandardCharsets.UTF_8));

        assertThat(source.read("key").reveal()).isEqualTo("a\n");
    }

    @Test
    void what_holds_no_secret_is_refused() throws IOException {
        assertThatThrownBy(() -> source.read("none")).hasMessageEndingWith("none must exist, does not");

        file("rw-------", new byte[] {'\n'});
        assertThatThrownBy(() -> source.read("key")).hasMessageEndingWith("must hold a secret, is empty");

        file("rw-------", new byte[] {(byte) 0xff});
        assertThatThrownBy(() -> source.read("key")).hasMessageEndingWith("must be UTF-8, is not");

        file("rw-------", new byte[(64 << 10) + 1]);
        assertThatThrownBy(() -> source.read("key")).hasMessageEndingWith("must be at most 65536 bytes, has 65537");

        assertThatThrownBy(() -> source.read("."))
                .isInstanceOf(SecretException.class)
                .hasMessageContaining("secret file");
    }
}
