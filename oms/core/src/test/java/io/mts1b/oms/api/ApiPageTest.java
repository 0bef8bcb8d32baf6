package io.mts1b.oms.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.brokers.OrderReport;
import io.mts1b.oms.Desk;
import io.mts1b.platform.config.Configuration;
import io.mts1b.platform.config.ConfigurationSection;
import io.mts1b.platform.config.ConfigurationSources;
import io.mts1b.platform.security.Secret;
import io.mts1b.testkit.Missing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every example of the page does what the page says. */
class ApiPageTest {

    private static final Path PAGE = Path.of("../../docs/oms-api.md");
    private static final Pattern EXAMPLE = Pattern.compile("```sh\\n(curl .*?)\\s+# (\\d{3})\\n```", Pattern.DOTALL);
    private static final Pattern ORDER = Pattern.compile("\"order_id\":\"(api-[0-9a-f]+)\"");
    private static final Pattern PARENT = Pattern.compile("\"order_id\":\"(algo-[0-9a-f]+)\"");

    @TempDir
    private Path folder;

    /** A command of the page, and what HTTP answers. */
    private record Example(String command, int status) {}

    private record Ran(int status, String body) {}

    private static List<Example> examples() throws IOException {
        return EXAMPLE.matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult one) -> new Example(one.group(1), Integer.parseInt(one.group(2))))
                .toList();
    }

    @Test
    void every_example_answers_as_the_page_says() throws Exception {
        if (!Files.isExecutable(Path.of("/usr/bin/curl"))) {
            Missing.part("MTS1B_REQUIRE_CURL", "no /usr/bin/curl; install it with apt-get install curl");
        }
        List<String> bodies = new ArrayList<>();
        String order = "none";
        String parent = "none";
        try (Served served = Served.start(folder)) {
            for (Example example : examples()) {
                Ran ran = run(example.command(), served, order, parent);
                assertThat(ran.status())
                        .as(example.command() + "\n" + ran.body())
                        .isEqualTo(example.status());
                bodies.add(ran.body());
                Matcher worked = PARENT.matcher(ran.body());
                if (worked.find()) {
                    parent = worked.group(1);
                }
                Matcher id = ORDER.matcher(ran.body());
                if (order.equals("none") && id.find()) {
                    order = id.group(1);
                    served.writer.tell(
                            Served.NOTES, new OrderReport.Accepted(Desk.name(served.order(order)), Desk.NOW));
                } else if (ran.body().contains("pending_replace")) {
                    served.writer.tell(
                            Served.NOTES,
                            new OrderReport.ReplaceRejected(Desk.name(served.order(order)), Desk.NOW, "no"));
                }
            }
        }
        assertThat(bodies).hasSize(17);
        assertThat(bodies.getLast()).startsWith("event: snapshot\ndata: {");
    }

    private Ran run(String command, Served served, String order, String parent)
            throws IOException, InterruptedException {
        Path body = folder.resolve("body");
        boolean endless = command.contains(" -N ");
        String line =
                command.replace("http://127.0.0.1:8700/", served.http.address().toString()) + " -s -o " + body
                        + " -w '%{http_code}'" + (endless ? " --max-time 2" : "");
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", line);
        builder.environment().put("TOKEN", Served.TRADER);
        builder.environment().put("ORDER", order);
        builder.environment().put("PARENT", parent);
        Process process = builder.start();
        String status = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        // A stream has no end, so curl ends it, and says so.
        assertThat(process.waitFor()).as(line).isEqualTo(endless ? 28 : 0);
        return new Ran(Integer.parseInt(status.strip()), Files.readString(body));
    }

    @Test
    void the_settings_of_the_page_are_settings() throws IOException {
        Matcher yaml = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        assertThat(yaml.find()).isTrue();
        Path file = Files.writeString(
                folder.resolve("mts.yaml"), "api:\n" + yaml.group(1).indent(2));
        Files.writeString(folder.resolve("screen-token"), Served.VIEWER);
        Files.setPosixFilePermissions(folder.resolve("screen-token"), PosixFilePermissions.fromString("rw-------"));

        ApiSettings settings = Configuration.load(
                        List.of(ConfigurationSection.of("api", ApiSettings.class)),
                        ConfigurationSources.of(Optional.of(file), Map.of("TRADER_TOKEN", Served.TRADER), List.of()))
                .section(ApiSettings.class);

        assertThat(settings.port()).isEqualTo(8700);
        assertThat(settings.clients())
                .containsEntry(
                        "screen",
                        new ApiSettings.Client(Secret.of(Served.VIEWER), Map.of("alpha", List.of(Permission.VIEW))))
                .containsEntry(
                        "trader",
                        new ApiSettings.Client(
                                Secret.of(Served.TRADER), Map.of("alpha", List.of(Permission.values()))));
    }

    @Test
    void every_route_and_every_refusal_is_on_the_page() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(Path.of("src/main/java/io/mts1b/oms/api/HttpApi.java"))
                .content()
                .satisfies(source -> {
                    List<String> routes = Pattern.compile("routes\\.(?:get|post|patch|delete)\\(\\s*\"([^\"]+)\"")
                            .matcher(source)
                            .results()
                            .map(one -> one.group(1)
                                    .replace("{order}", "$ORDER")
                                    .replace("{fund}", "alpha")
                                    .replace("{parent}", "$PARENT"))
                            .toList();
                    assertThat(routes).hasSizeGreaterThan(16);
                    assertThat(page).contains(routes);
                });
        for (ApiRefusal refusal : ApiRefusal.values()) {
            assertThat(page).contains("`" + refusal.name().toLowerCase(Locale.ROOT) + "`", refusal.status() + "");
        }
    }
}
