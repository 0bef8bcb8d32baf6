package io.mts1b.oms.operator;

import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.marketdata.CorporateAction;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.positions.UnitRatio;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.oms.running.OperatorAnswer.Standing;
import io.mts1b.oms.running.OperatorRequest;
import io.mts1b.platform.bus.BusNetwork;
import io.mts1b.platform.bus.BusSettings;
import io.mts1b.platform.service.Console;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mts cmd corporate-action split|dividend|conversion|spin-off|redemption INSTRUMENT}. */
@Command(
        name = "corporate-action",
        description = "Applies what an issuer does to everybody who holds an instrument; done once it was typed.")
final class CorporateActionCommand extends OperatorCommand {

    @Parameters(index = "0", paramLabel = "KIND", description = "split, dividend, conversion, spin-off or redemption.")
    private String kind = "";

    @Parameters(index = "1", paramLabel = "INSTRUMENT", description = "Whose holders it is about.")
    private String instrument = "";

    @Option(names = "--id", required = true, description = "Its identity with whoever announced it.")
    private String id = "";

    @Option(names = "--at", paramLabel = "TIME", required = true, description = "The open of its ex-date, with a zone.")
    private String at = "";

    @Option(names = "--ratio", paramLabel = "NEW:OLD", description = "How many units come for how many, such as 4:1.")
    private @Nullable String ratio;

    @Option(names = "--per-unit", paramLabel = "MONEY", description = "What a dividend pays, such as '0.25 USD'.")
    private @Nullable String perUnit;

    @Option(names = "--into", paramLabel = "INSTRUMENT", description = "What comes of a conversion or a spin-off.")
    private @Nullable String into;

    @Option(names = "--cost-share", paramLabel = "FRACTION", description = "The part of the cost that is spun off.")
    private @Nullable String costShare;

    @Option(names = "--price", description = "What a redemption pays for a unit.")
    private @Nullable String price;

    @Option(names = "--by", paramLabel = "NAME", required = true, description = "Who says so.")
    private String by = "";

    @Option(
            names = "--yes",
            paramLabel = "TEXT",
            description = "Kind and instrument once more, instead of typing them.")
    private @Nullable String yes;

    CorporateActionCommand(Console console, Function<BusSettings, BusNetwork> networks) {
        super(console, networks);
    }

    @Override
    protected void check() {
        confirm("Applies " + action() + ":", kind + " " + instrument, yes);
    }

    @Override
    protected Answer answer(OperatorLine line) {
        Standing standing = line.ask(new OperatorRequest.Apply(action(), new ActorId(by)));
        return Answer.done(standing, text(standing));
    }

    private CorporateAction action() {
        InstrumentId holders = InstrumentId.parse(instrument);
        Instant from = time("--at", at);
        CorporateAction action = switch (kind) {
            case "split" -> new CorporateAction.Split(id, holders, from, UnitRatio.parse(needed("--ratio", ratio)));
            case "dividend" ->
                new CorporateAction.CashDividend(id, holders, from, Money.parse(needed("--per-unit", perUnit)));
            case "conversion" ->
                new CorporateAction.Conversion(
                        id,
                        holders,
                        from,
                        UnitRatio.parse(needed("--ratio", ratio)),
                        InstrumentId.parse(needed("--into", into)));
            case "spin-off" ->
                new CorporateAction.SpinOff(
                        id,
                        holders,
                        from,
                        UnitRatio.parse(needed("--ratio", ratio)),
                        InstrumentId.parse(needed("--into", into)),
                        Rate.parse(needed("--cost-share", costShare)));
            case "redemption" ->
                new CorporateAction.Redemption(id, holders, from, Price.parse(needed("--price", price)));
            default ->
                throw new IllegalArgumentException(
                        "KIND must be split, dividend, conversion, spin-off or redemption, was " + kind);
        };
        refuseOthers();
        return action;
    }

    /** What an action of this kind does not say is a mistake. */
    private void refuseOthers() {
        boolean units = !"dividend".equals(kind) && !"redemption".equals(kind);
        refuse("--ratio", ratio, units);
        refuse("--per-unit", perUnit, "dividend".equals(kind));
        refuse("--into", into, units && !"split".equals(kind));
        refuse("--cost-share", costShare, "spin-off".equals(kind));
        refuse("--price", price, "redemption".equals(kind));
    }

    private void refuse(String option, @Nullable String value, boolean fits) {
        if (value != null && !fits) {
            throw new IllegalArgumentException(option + " must not be given for a " + kind + ", was " + value);
        }
    }

    private String needed(String option, @Nullable String value) {
        if (value == null) {
            throw new IllegalArgumentException(option + " must be given for a " + kind);
        }
        return value;
    }
}
