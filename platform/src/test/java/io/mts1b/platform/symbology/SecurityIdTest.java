package io.mts1b.platform.symbology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.testkit.ForAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityIdTest {

    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String CONSONANTS = "0123456789BCDFGHJKLMNPQRSTVWXYZ";

    /** Identifiers that agencies have published: of Apple, Microsoft, Alphabet, Treasury stock, BAE Systems, and so on. */
    @ParameterizedTest
    @CsvSource({
        "ISIN, US0378331005",
        "ISIN, US4642876555",
        "ISIN, GB0002634946",
        "ISIN, AU0000XVGZA3",
        "ISIN, JP3633400001",
        "CUSIP, 037833100",
        "CUSIP, 594918104",
        "CUSIP, 55275E101",
        "CUSIP, 02079K107",
        "CUSIP, 38259P508",
        "SEDOL, 0263494",
        "SEDOL, B0YBKJ7",
        "SEDOL, 7108899",
        "FIGI, BBG000B9XRY4",
        "FIGI, BBG001S5N8V8",
        "FIGI, BBG000MM2P62",
        "FIGI, BBG00B3T3HD3",
        "FIGI, BBG00X5FSPZ4",
        "LEI, HWUPKR0MPOU8FGXBT394",
        "LEI, 5493006MHB84DD0ZWV18",
    })
    void published_identifiers_are_recognised(IdentifierScheme scheme, String value) {
        SecurityId id = new SecurityId(scheme, value);

        assertThat(SecurityId.recognise(value)).contains(id);
        assertThat(SecurityId.parse(id.toString())).isEqualTo(id);
    }

    @Test
    void a_wrong_check_digit_is_told_with_the_right_one() {
        assertThatThrownBy(() -> new SecurityId(IdentifierScheme.ISIN, "US0378331006"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ISIN US0378331006 must have the check digit 5, was 6");
        assertThatThrownBy(() -> SecurityId.recognise("037833109"))
                .hasMessage("CUSIP 037833109 must have the check digit 0, was 9");
        assertThatThrownBy(() -> SecurityId.recognise("HWUPKR0MPOU8FGXBT395"))
                .hasMessage("LEI HWUPKR0MPOU8FGXBT395 must have the check digit 94, was 95");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "AAPL", "US037833100", "US03783310055", "bbg000b9xry4", "A263494", "ISIN", "ISIN:", ":"})
    void what_has_no_such_form_is_not_recognised(String text) {
        assertThat(SecurityId.recognise(text)).isEmpty();
        assertThatThrownBy(() -> SecurityId.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_form_says_what_it_wants() {
        assertThatThrownBy(() -> new SecurityId(IdentifierScheme.SEDOL, "0263A94"))
                .hasMessage("SEDOL must be 6 digits or consonants and 1 check digit(s), was '0263A94'");
        assertThatThrownBy(() -> IdentifierScheme.FIGI.checkDigits("BSG000B9XRY"))
                .hasMessageStartingWith("FIGI without its check must be 2 consonants other than BS");
    }

    /** The check digits are made to find one wrong character, and any two neighbours that changed places but 0 and 9 or the like. */
    @ParameterizedTest
    @EnumSource(IdentifierScheme.class)
    void one_wrong_digit_is_always_found(IdentifierScheme scheme) {
        ForAll.cases(random -> {
            String body = switch (scheme) {
                case ISIN -> "DE" + draw(random, LETTERS, 9);
                case CUSIP -> draw(random, LETTERS, 8);
                case SEDOL -> draw(random, CONSONANTS, 6);
                case FIGI -> "BBG" + draw(random, CONSONANTS, 8);
                case LEI -> draw(random, LETTERS, 18);
            };
            String right = body + scheme.checkDigits(body);
            assertThat(SecurityId.recognise(right)).contains(new SecurityId(scheme, right));

            int place = random.nextInt(body.length());
            char digit = (char) ('0' + random.nextInt(10));
            if (Character.isDigit(body.charAt(place)) && body.charAt(place) != digit) {
                String wrong = right.substring(0, place) + digit + right.substring(place + 1);
                assertThatThrownBy(() -> new SecurityId(scheme, wrong))
                        .hasMessageContaining("must have the check digit");
            }
        });
    }

    private static String draw(java.util.random.RandomGenerator random, String from, int length) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < length; i++) {
            out.append(from.charAt(random.nextInt(from.length())));
        }
        return out.toString();
    }
}
