package io.mts1b.platform.symbology;

import io.mts1b.foundation.Quoted;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.foundation.symbology.Venue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How one venue, broker or vendor spells contracts, in one part of its interface.
 *
 * <p>What {@link #write} returns, {@link #read} reads back to an equal contract; what cannot be written so is refused.
 * Immutable.
 */
public final class Dialect {

    /** No spelling of anybody's is longer. */
    private static final int LONGEST = 64;

    private final String name;
    private final @Nullable Venue venue;
    private final List<Form> forms;
    private final Map<String, Contract> names;
    private final Map<Contract, String> named = new LinkedHashMap<>();
    private final Form.Words words;

    Dialect(String name, @Nullable Venue venue, List<Form> forms, Map<String, Contract> names, Form.Words words) {
        this.name = name;
        this.venue = venue;
        this.forms = List.copyOf(forms);
        this.names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
        this.words = words;
        this.names.forEach((text, contract) -> {
            String other = named.put(contract, text);
            Require.that(
                    other == null, name + " must have one name for " + contract + ", had " + other + " and " + text);
        });
    }

    /**
     * Returns the name.
     *
     * @return such as {@code KRAKEN-WS}
     */
    public String name() {
        return name;
    }

    /**
     * Returns the venue whose dialect it is.
     *
     * @return the venue; empty for a broker or vendor, whose spelling does not say where a contract is traded
     */
    public Optional<Venue> venue() {
        return Optional.ofNullable(venue);
    }

    /**
     * Returns this dialect with contracts that the venue itself lists, which go before all forms.
     *
     * @param listed contracts by the venue's text, from its own list of instruments
     * @return a dialect that also knows them
     * @throws IllegalArgumentException if a text is known as another contract, or a contract by another text
     */
    public Dialect withNames(Map<String, Contract> listed) {
        Map<String, Contract> all = new LinkedHashMap<>(names);
        listed.forEach((text, contract) -> {
            Contract other = all.put(text, contract);
            Require.that(
                    other == null || other.equals(contract),
                    name + " must call one contract " + text + ", had " + other + " and " + contract);
        });
        return new Dialect(name, venue, forms, all, words);
    }

    /**
     * Reads what the dialect's owner calls a contract.
     *
     * @param text its text, to the letter
     * @param on the day it is used on, which resolves years of one or two digits
     * @return the contract
     * @throws IllegalArgumentException if it is none, or may be one of several; says which, or what was expected
     */
    public Contract read(String text, LocalDate on) {
        Contract listed = names.get(text);
        if (listed != null) {
            return listed;
        }
        Set<Contract> readings = new LinkedHashSet<>();
        Set<String> reasons = new LinkedHashSet<>();
        for (Form form : text.length() > LONGEST ? List.<Form>of() : forms) {
            try {
                Contract contract = form.read(text, words, on);
                if (contract != null && (form.readOnly() || isWritten(text, contract))) {
                    readings.add(contract);
                } else if (contract != null) {
                    reasons.add(contract + " is written " + spell(contract));
                }
            } catch (IllegalArgumentException | DateTimeException e) {
                reasons.add(String.valueOf(e.getMessage()));
            }
        }
        Require.that(
                readings.size() <= 1,
                name + " symbol must have one reading, " + Quoted.of(text) + " reads as "
                        + readings.stream().map(Contract::toString).collect(Collectors.joining(" and as ")));
        if (readings.isEmpty()) {
            String why = reasons.isEmpty() ? "" : ": " + String.join("; ", reasons);
            throw new IllegalArgumentException(name + " symbol must be " + shapes() + ", was " + Quoted.of(text) + why);
        }
        return readings.iterator().next();
    }

    /**
     * Reads what a venue calls an instrument.
     *
     * @param text its text, to the letter
     * @param on the day it is used on
     * @return the contract at the venue
     * @throws IllegalArgumentException as {@link #read}, and if this is the dialect of a broker or vendor
     */
    public InstrumentId identify(String text, LocalDate on) {
        return read(text, on)
                .at(Require.present(venue, name + " does not say where a contract is traded; name the venue"));
    }

    /**
     * Reads what the dialect's owner calls an asset, as in a list of balances. A code that makes up half of a listed name
     * of a pair, such as {@code XXBT} of {@code XXBTZUSD}, is what stands there.
     *
     * @param code its code, to the letter
     * @return the asset
     * @throws IllegalArgumentException if the tables do not know it, or know it under another code
     */
    public Currency asset(String code) {
        Set<Currency> listed = new LinkedHashSet<>();
        names.forEach((text, contract) -> {
            if (contract instanceof Contract.Spot spot && text.length() == 2 * code.length()) {
                if (text.startsWith(code)) {
                    listed.add(spot.base());
                }
                if (text.endsWith(code)) {
                    listed.add(spot.quote());
                }
            }
        });
        if (listed.size() == 1) {
            return listed.iterator().next();
        }
        Currency asset = new Currency(words.assets().house(code));
        Require.that(
                listed.isEmpty() && words.known().has(asset),
                name + " asset must be one that the tables know, was " + Quoted.of(code));
        return asset;
    }

    /**
     * Writes a contract as the dialect's owner calls it.
     *
     * @param contract the contract
     * @param on the day the text is used on
     * @return its text
     * @throws IllegalArgumentException if the dialect has no text for it, or none that would be read back as it
     */
    public String write(Contract contract, LocalDate on) {
        String text = Require.present(
                spell(contract), name + " has no symbol for " + contract + ", its symbols are " + shapes());
        Contract back = read(text, on);
        Require.that(
                back.equals(contract),
                name + " cannot write " + contract + " on " + on + ": " + text + " would be read as " + back);
        return text;
    }

    /**
     * Writes a contract, if it can be written.
     *
     * @param contract the contract
     * @param on the day the text is used on
     * @return its text; empty where {@link #write} refuses
     */
    public Optional<String> find(Contract contract, LocalDate on) {
        try {
            return Optional.of(write(contract, on));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean isWritten(String text, Contract contract) {
        return text.equals(spell(contract));
    }

    private @Nullable String spell(Contract contract) {
        String text = named.get(contract);
        for (Form form : text == null ? forms : List.<Form>of()) {
            text = text == null && !form.readOnly() ? form.write(contract, words) : text;
        }
        return text;
    }

    private String shapes() {
        return forms.stream()
                .filter(form -> !form.readOnly())
                .map(form -> form.template().toString())
                .distinct()
                .collect(Collectors.joining(" or "));
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name;
    }
}
