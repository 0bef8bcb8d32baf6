package io.mts1b.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.platform.messaging.Span.Style;
import io.mts1b.testkit.ForAll;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageTemplateTest {

    private static List<Span> fill(String template, Map<String, String> values) {
        return MessageTemplate.parse(template).fill(Severity.INFO, "k", values).body();
    }

    @Test
    void fields_and_styles() {
        assertThat(fill(
                        "**{fund}** lost 5 * {n} %: `{why}` {{x}}",
                        Map.of("fund", "A", "n", "2", "why", "**no** {n}`")))
                .containsExactly(
                        new Span(Style.BOLD, "A"),
                        Span.plain(" lost 5 * "),
                        Span.plain("2"),
                        Span.plain(" %: "),
                        new Span(Style.CODE, "**no** {n}`"),
                        Span.plain(" {x}"));
    }

    @Test
    void a_value_is_never_markup() {
        String hostile = "</b><a href=\"x\">**`{fund}` &amp; <!channel> \u0000\uD800";
        Message message = MessageTemplate.parse("**{fund}**").fill(Severity.INFO, "k", Map.of("fund", hostile));

        assertThat(message.text()).isEqualTo("</b><a href=\"x\">**`{fund}` &amp; <!channel> \uFFFD\uFFFD");
        assertThat(TelegramChannel.html(message.body()))
                .isEqualTo("<b>&lt;/b&gt;&lt;a href=\"x\"&gt;**`{fund}` &amp;amp; &lt;!channel&gt; \uFFFD\uFFFD</b>");
    }

    @Test
    void a_long_value_is_cut_and_says_so() {
        assertThat(fill("{a}", Map.of("a", "x".repeat(3_000))))
                .containsExactly(Span.plain("x".repeat(2_000) + "… (3000 characters)"));
    }

    @Test
    void a_field_without_a_value_and_a_value_without_a_field_are_refused() {
        assertThatThrownBy(() -> fill("{a} {b}", Map.of("a", "1")))
                .hasMessage("values must be given for [a, b], were for [a]");
        assertThatThrownBy(() -> fill("{a}", Map.of("a", "1", "c", "2")))
                .hasMessage("values must be given for [a], were for [a, c]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{a | template must close the brace at 0, was '{a'",
                "a} | template must open the brace closed at 1, was 'a}'",
                "**a | template must end its BOLD text, was '**a'",
                "`a** | template must end its CODE text, was '`a**'",
                "{} | field must be 1 to 64 letters",
                "{a b} | field must be 1 to 64 letters",
            })
    void what_is_left_open_is_refused(String template, String message) {
        assertThatThrownBy(() -> MessageTemplate.parse(template))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void garbage_is_a_template_or_refused() {
        ForAll.cases(5_000, random -> {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.append("{}*`a_ \n".charAt(random.nextInt(8)));
            }
            try {
                MessageTemplate.parse(text.toString());
            } catch (IllegalArgumentException e) {
                assertThat(e.getMessage()).matches("(?s)(template|field) must .*");
            }
        });
    }

    @Test
    void pages_hold_all_characters_in_order() {
        ForAll.cases(random -> {
            List<Span> body = random.ints(1 + random.nextInt(6), 1, 60)
                    .mapToObj(length -> new Span(
                            ForAll.oneOf(random, Style.values()),
                            random.ints(length, 0, 4)
                                    .mapToObj(c -> List.of("a", " ", "\n", "\uD83D\uDE80")
                                            .get(c))
                                    .reduce("", String::concat)))
                    .toList();
            int longest = 2 + random.nextInt(50);
            List<List<Span>> pages = Pages.of(body, longest);

            assertThat(text(pages.stream().flatMap(List::stream).toList())).isEqualTo(text(body));
            assertThat(pages).allSatisfy(page -> assertThat(text(page).length()).isBetween(1, longest));
            assertThat(pages.size())
                    .as("no page is cut short by more than half, but for the last")
                    .isLessThanOrEqualTo(1 + 2 * text(body).length() / Math.max(1, longest - 1) + 1);
        });
    }

    private static String text(List<Span> spans) {
        return spans.stream().map(Span::text).reduce("", String::concat);
    }
}
