package io.mts1b.platform.symbology;

import static io.mts1b.platform.symbology.TemplateField.BASE;
import static io.mts1b.platform.symbology.TemplateField.CLASS;
import static io.mts1b.platform.symbology.TemplateField.LETTER;
import static io.mts1b.platform.symbology.TemplateField.PADDED_ROOT;
import static io.mts1b.platform.symbology.TemplateField.PAIR;
import static io.mts1b.platform.symbology.TemplateField.QUOTE;
import static io.mts1b.platform.symbology.TemplateField.ROOT;
import static io.mts1b.platform.symbology.TemplateField.SERIES;
import static io.mts1b.platform.symbology.TemplateField.SHARE;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.platform.symbology.Underlying.Pair;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One form in which a dialect writes one kind of contract.
 *
 * @param kind the kind
 * @param template the form
 * @param quotes the only quotes it has, in the house's codes; empty if it has any
 * @param settlement the word quote, the word base, or the code of an asset: what contracts are settled in
 * @param fiat whether it is for money that states issue alone
 * @param readOnly whether it is understood, but not written
 */
record Form(
        ContractKind kind,
        Template template,
        List<Currency> quotes,
        String settlement,
        boolean fiat,
        boolean readOnly) {

    private static final String PREFERRED = "PR";

    /** What a form needs to know of its dialect: what assets and share classes are called, and which assets there are. */
    record Words(Codes assets, Codes classes, Assets known) {}

    Form {
        Require.that(
                ofRoot(template)
                        || kind == ContractKind.SHARE
                        || template.has(PAIR)
                        || template.has(QUOTE)
                        || quotes.size() == 1,
                "a form without a quote must name one, was " + template);
    }

    /**
     * Reads.
     *
     * @return the contract, or null if the text is of another form
     * @throws RuntimeException if it is of this form, but no contract: an IllegalArgument or DateTimeException
     */
    @Nullable Contract read(String text, Words words, LocalDate on) {
        Map<TemplateField, String> fields = template.match(text);
        if (fields == null) {
            return null;
        }
        Contract contract = switch (kind) {
            case SHARE -> share(fields, words);
            case SPOT -> {
                Pair pair = pair(fields, words);
                yield new Contract.Spot(pair.base(), pair.quote());
            }
            case PERPETUAL -> new Contract.Perpetual(pair(fields, words));
            case MONTH_FUTURE -> new Contract.MonthFuture(root(fields), FieldText.month(fields, on));
            case DATED_FUTURE -> new Contract.DatedFuture(underlying(fields, words), FieldText.day(fields, on));
            case OPTION ->
                new Contract.Option(
                        underlying(fields, words),
                        FieldText.day(fields, on),
                        FieldText.strike(fields),
                        FieldText.right(fields));
        };
        String written = write(contract, words);
        Require.that(text.equals(written), contract + " is written " + (written == null ? "otherwise" : written));
        return contract;
    }

    /** Writes, or returns null if this form is not for the contract. */
    @Nullable String write(Contract contract, Words words) {
        if (contract.kind() != kind) {
            return null;
        }
        return switch (contract) {
            case Contract.Share share -> writeShare(share, words);
            case Contract.Spot spot -> write(contract, new Pair(spot.base(), spot.quote(), spot.quote()), words);
            case Contract.Perpetual perpetual -> write(contract, perpetual.underlying(), words);
            case Contract.MonthFuture future -> write(contract, future.root(), words);
            case Contract.DatedFuture future -> write(contract, future.underlying(), words);
            case Contract.Option option -> write(contract, option.underlying(), words);
        };
    }

    private Contract share(Map<TemplateField, String> fields, Words words) {
        String theirs = fields.getOrDefault(CLASS, fields.get(LETTER));
        String series = fields.get(SERIES);
        String ours = series != null ? PREFERRED + series : theirs == null ? null : words.classes.house(theirs);
        return new Contract.Share(Objects.requireNonNull(fields.get(SHARE)), ours);
    }

    private @Nullable String writeShare(Contract.Share share, Words words) {
        String ours = share.shareClass();
        boolean isFor = ours == null
                ? !(template.has(CLASS) || template.has(LETTER) || template.has(SERIES))
                : template.has(CLASS)
                        || (template.has(LETTER) && ours.length() == 1)
                        || (template.has(SERIES) && ours.startsWith(PREFERRED) && ours.length() > PREFERRED.length());
        if (!isFor) {
            return null;
        }
        String theClass = ours == null ? "" : ours;
        return template.fill(field -> switch (field) {
            case CLASS, LETTER -> words.classes.dialect(theClass);
            case SERIES -> theClass.substring(PREFERRED.length());
            default -> share.root();
        });
    }

    private @Nullable String write(Contract contract, Underlying underlying, Words words) {
        return switch (underlying) {
            case Underlying.Root root
            when ofRoot(template) ->
                FieldText.canWrite(template, contract)
                                && (!template.has(PADDED_ROOT) || root.code().length() <= 6)
                        ? template.fill(field -> FieldText.write(field, contract, root))
                        : null;
            case Pair pair
            when !ofRoot(template) && FieldText.canWrite(template, contract) && isFor(pair, words) ->
                template.fill(field -> switch (field) {
                    case BASE -> words.assets.dialect(pair.base());
                    case QUOTE -> words.assets.dialect(pair.quote());
                    case PAIR -> words.assets.dialect(pair.base()) + words.assets.dialect(pair.quote());
                    default -> FieldText.write(field, contract, pair);
                });
            default -> null;
        };
    }

    private static boolean ofRoot(Template template) {
        return template.has(ROOT) || template.has(PADDED_ROOT);
    }

    private boolean isFor(Pair pair, Words words) {
        return (quotes.isEmpty() || quotes.contains(pair.quote()))
                && pair.settlement().equals(settlement(pair.base(), pair.quote()))
                && (!fiat || words.known.isFx(pair.base(), pair.quote()));
    }

    private Currency settlement(Currency base, Currency quote) {
        return switch (settlement) {
            case "quote" -> quote;
            case "base" -> base;
            default -> new Currency(settlement);
        };
    }

    private static Underlying.Root root(Map<TemplateField, String> fields) {
        String padded = fields.get(PADDED_ROOT);
        return new Underlying.Root(padded == null ? Objects.requireNonNull(fields.get(ROOT)) : padded.stripTrailing());
    }

    private Underlying underlying(Map<TemplateField, String> fields, Words words) {
        return ofRoot(template) ? root(fields) : pair(fields, words);
    }

    private Pair pair(Map<TemplateField, String> fields, Words words) {
        String joined = fields.get(PAIR);
        if (joined != null) {
            return split(joined, words);
        }
        Currency base = words.assets.house(BASE, fields);
        Currency quote = template.has(QUOTE) ? words.assets.house(QUOTE, fields) : quotes.getFirst();
        // Where nothing stands behind the base, anything could be one.
        Require.that(template.has(QUOTE) || words.known.has(base), "base must be a known asset, was " + base);
        Require.that(quotes.isEmpty() || quotes.contains(quote), "quote must be one of " + quotes + ", was " + quote);
        Require.that(!fiat || words.known.isFx(base, quote), base + " and " + quote + " must both be money of states");
        return new Pair(base, quote, settlement(base, quote));
    }

    /** Nothing tells where the base ends but a table, and where the table allows two ends, nothing does. */
    private Pair split(String joined, Words words) {
        List<Pair> readings = quotes.stream()
                .filter(quote -> joined.endsWith(words.assets.dialect(quote)))
                .flatMap(quote -> {
                    String theirs = joined.substring(
                            0, joined.length() - words.assets.dialect(quote).length());
                    return words.known.named(theirs, words.assets).stream()
                            .filter(base -> !base.equals(quote) && (!fiat || words.known.isFx(base, quote)))
                            .map(base -> new Pair(base, quote, settlement(base, quote)));
                })
                .toList();
        Require.that(
                !readings.isEmpty(),
                "'" + joined + "' must be a known asset and one of " + quotes + " with nothing between them");
        Require.that(
                readings.size() == 1,
                "'" + joined + "' is ambiguous, it reads as "
                        + readings.stream().map(Pair::toString).collect(Collectors.joining(" and as ")));
        return readings.getFirst();
    }
}
