package io.mts1b.brokers.commands;

import io.mts1b.brokers.kraken.KrakenMessage;
import io.mts1b.brokers.kraken.KrakenSigner;
import io.mts1b.brokers.kraken.KrakenSymbols;
import io.mts1b.brokers.kraken.MessageKind;
import io.mts1b.brokers.kraken.local.PaperKraken;
import io.mts1b.brokers.kraken.session.KrakenSession;
import io.mts1b.brokers.local.PaperVenue;
import io.mts1b.brokers.setup.BrokerSettings;
import io.mts1b.brokers.setup.BrokersSettings;
import io.mts1b.brokers.setup.Check;
import io.mts1b.brokers.setup.Host;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.security.Secret;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Kraken, spot and futures. */
final class KrakenProtocol implements Protocol.Signing, Protocol.Trading {

    @Override
    public String broker() {
        return "kraken";
    }

    @Override
    public Decoded decode(String kind, byte[] message, Instant received) {
        KrakenMessage said = MessageKind.parse(kind).read(message, received, KrakenSymbols.house());
        Decoded decoded =
                Decoded.of(broker(), kind, said.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        switch (said) {
            case KrakenMessage.Refused refused -> decoded.errors().addAll(refused.errors());
            case KrakenMessage.Orders some -> {
                decoded.orders().addAll(some.orders());
                decoded.fact("count", some.count());
            }
            case KrakenMessage.Fills some -> {
                decoded.fills().addAll(some.fills());
                decoded.fact("count", some.count());
            }
            case KrakenMessage.Balances some -> decoded.balances().putAll(some.amounts());
            case KrakenMessage.Answer answer -> {
                answer.parts().forEach(part -> decoded.parts().add(new Decoded.Part(part.order(), part.error())));
                if (answer.error() != null) {
                    decoded.errors().add(answer.error());
                }
                decoded.fact("method", answer.method());
                decoded.fact("request", answer.request());
                decoded.fact("at", answer.at());
            }
            case KrakenMessage.News some -> {
                decoded.news().addAll(some.messages());
                decoded.fact("sequence", some.sequence());
                decoded.fact("snapshot", some.snapshot());
                decoded.fact("amended", some.amended().isEmpty() ? null : some.amended());
            }
            case KrakenMessage.Token token -> decoded.fact("seconds", token.seconds());
            case KrakenMessage.ServerTime time -> decoded.fact("at", time.at());
            case KrakenMessage.KeyInfo key -> decoded.fact("permissions", String.join(" ", key.permissions()));
            case KrakenMessage.Alive alive -> decoded.fact("what", alive.what());
        }
        return decoded;
    }

    @Override
    public String sign(Request request, Secret secret) {
        KrakenSigner signer = new KrakenSigner(secret);
        return switch (request.market()) {
            case "spot" -> signer.sign(request.path(), request.nonce(), request.body());
            case "futures" -> signer.authent(request.path(), request.nonce(), request.body());
            case "challenge" -> signer.signChallenge(request.body());
            default ->
                throw new IllegalArgumentException(
                        "market must be spot, futures or challenge, was '" + request.market() + "'");
        };
    }

    @Override
    public BrokerSettings settings(BrokersSettings all) {
        return all.kraken();
    }

    @Override
    public List<Check> check(BrokerSettings settings, Host host, InstrumentId pair) throws IOException {
        return KrakenSession.check(BrokerId.parse(broker()), settings, host, pair);
    }

    @Override
    public PaperVenue.Protocol paper() {
        return new PaperKraken();
    }
}
