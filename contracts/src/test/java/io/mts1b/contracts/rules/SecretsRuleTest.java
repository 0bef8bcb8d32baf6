package io.mts1b.contracts.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.mts1b.contracts.facts.FileLister;
import io.mts1b.contracts.facts.Tree;
import io.mts1b.contracts.house.House;
import io.mts1b.contracts.house.HouseFile;
import io.mts1b.contracts.house.Secrets;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsRuleTest {

    private static final House HOUSE = HouseFile.standard();

    @TempDir
    Path root;

    static Stream<Secrets.Look> looks() {
        return HOUSE.secrets().patterns().stream();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void finds_its_example_on_the_right_line(Secrets.Look look) throws Exception {
        Files.writeString(root.resolve("notes.md"), "ün\n\n" + look.example() + "\n");

        assertThat(check(HOUSE).violations()).anySatisfy(violation -> {
            assertThat(violation.message()).isEqualTo("what looks like a secret (" + look.id() + ") lies in the tree");
            assertThat(violation.here()).isEqualTo("notes.md:3");
            assertThat(violation.toString()).doesNotContain(look.example());
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "String apiKey = settings.apiKey(\"broker-one\");",
                "password: \"${DB_PASSWORD}\"",
                "password = \"correct horse battery staple\"",
                "String secretKey = \"your-secret-key-goes-here\";",
                "jdbc:postgresql://localhost:5432/ledger?user=fund",
                "postgres://user:password@localhost/ledger",
                "-----BEGIN PUBLIC KEY-----",
                "AKIAIOSFODNN7EXAMPL",
                "distributionSha256Sum=5af3b743dd8b876b5c45da33b676251e5f1687712644abb4ee519ca56e1d89ce",
                "KEY=value",
                "monkey=aaaaaaaaaaaaaaaaaaaaaaaa",
                "https://example.org/a:b@c"
            })
    void leaves_what_is_none(String line) throws Exception {
        Files.writeString(root.resolve("notes.md"), line + "\n");

        assertThat(check(HOUSE).violations()).isEmpty();
    }

    @Test
    void leaves_what_the_house_allows() throws Exception {
        Secrets.Look look = looks().filter(one -> one.id().equals("json-web-token"))
                .findFirst()
                .orElseThrow();
        Files.createDirectories(root.resolve("docs/a"));
        Files.writeString(root.resolve("docs/a/jwt.md"), look.example());
        Files.writeString(root.resolve("jwt.md"), look.example());
        Path file = Files.writeString(
                root.resolve("house.yaml"),
                "secrets: {allow: [{path: 'docs/**', pattern: json-web-token, reason: the example of the standard}]}");

        assertThat(check(HouseFile.extendedBy(file)).violations())
                .extracting(Violation::here)
                .containsExactly("jwt.md:1");
    }

    @Test
    void counts_what_it_does_not_search() throws Exception {
        Files.write(root.resolve("picture.png"), new byte[] {1, 0, 2});
        Files.write(root.resolve("huge.csv"), "1,2\n".repeat(3 << 20).getBytes(StandardCharsets.UTF_8));
        Files.writeString(root.resolve("notes.md"), "nothing");

        assertThat(check(HOUSE).summary()).contains("1 files", "1 binary files", "1 files too large");
    }

    /** Each pattern meets megabytes of what it likes best; were one of them quadratic, this would take hours. */
    @ParameterizedTest
    @MethodSource("looks")
    void takes_linear_time(Secrets.Look look) throws Exception {
        House house = only(look);
        String keyword = look.keywords().getFirst();
        String half = look.example().substring(0, look.example().length() / 2);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (String text : List.of(keyword, half, half + " ", look.example(), "a", "key='", "A=")) {
                Files.writeString(root.resolve("hostile.txt"), keyword + text.repeat((1 << 20) / text.length()));
                check(house);
            }
        });
    }

    private static House only(Secrets.Look look) {
        return new House(
                HOUSE.artifacts(),
                HOUSE.carriers(),
                HOUSE.concepts(),
                HOUSE.effects(),
                HOUSE.replay(),
                HOUSE.reserved(),
                HOUSE.api(),
                new Secrets(List.of(look), List.of()));
    }

    @Test
    void our_own_tree_holds_none() {
        Path tree = Path.of("..").toAbsolutePath().normalize();

        Outcome outcome = new SecretsRule().check(HOUSE, new Tree(tree, List.of(), FileLister.list(tree)));

        assertThat(outcome.violations()).isEmpty();
        assertThat(outcome.lookedAt().get("files")).isGreaterThan(100);
    }

    private Outcome check(House house) {
        return new SecretsRule().check(house, new Tree(root, List.of(), FileLister.list(root)));
    }
}
