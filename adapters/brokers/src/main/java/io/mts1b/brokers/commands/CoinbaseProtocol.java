package io.mts1b.brokers.commands;

import io.mts1b.brokers.coinbase.CoinbaseKind;
import io.mts1b.brokers.coinbase.CoinbaseMessage;
import io.mts1b.brokers.coinbase.CoinbaseSigner;
import io.mts1b.brokers.coinbase.local.PaperCoinbase;
import io.mts1b.brokers.coinbase.session.CoinbaseSession;
import io.mts1b.brokers.local.PaperVenue;
import io.mts1b.brokers.setup.BrokerSettings;
import io.mts1b.brokers.setup.BrokersSettings;
import io.mts1b.brokers.setup.Check;
import io.mts1b.brokers.setup.Host;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.security.Secret;
import io.mts1b.platform.symbology.Symbology;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Coinbase Advanced Trade. */
final class CoinbaseProtocol implements Protocol.Signing, Protocol.Trading {

    @Override
    public String broker() {
        return "coinbase";
    }

    @Override
    public Decoded decode(String kind, byte[] message, Instant received) {
        CoinbaseMessage said = CoinbaseKind.parse(kind).read(message, Symbology.house());
        Decoded decoded =
                Decoded.of(broker(), kind, said.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        switch (said) {
            case CoinbaseMessage.Refused refused -> decoded.errors().addAll(refused.errors());
            case CoinbaseMessage.Orders some -> {
                decoded.orders().addAll(some.orders());
                decoded.fact("next", some.next());
            }
            case CoinbaseMessage.Fills some -> {
                decoded.fills().addAll(some.fills());
                decoded.fact("next", some.next());
            }
            case CoinbaseMessage.Balances some -> {
                decoded.balances().putAll(some.amounts());
                decoded.fact("next", some.next());
            }
            case CoinbaseMessage.Answer answer ->
                answer.parts().forEach(part -> decoded.parts().add(new Decoded.Part(part.order(), part.error())));
            case CoinbaseMessage.News some -> {
                decoded.orders().addAll(some.orders());
                decoded.fact("sequence", some.sequence());
                decoded.fact("snapshot", some.snapshot());
            }
            case CoinbaseMessage.KeyInfo key -> {
                decoded.fact("view", key.view());
                decoded.fact("trade", key.trade());
                decoded.fact("transfer", key.transfer());
            }
            case CoinbaseMessage.Alive alive -> {
                decoded.fact("what", alive.what());
                decoded.fact("sequence", alive.sequence());
            }
        }
        return decoded;
    }

    @Override
    public String sign(Request request, Secret secret) {
        CoinbaseSigner signer = new CoinbaseSigner(request.key(), secret);
        return switch (request.market()) {
            case "spot" ->
                signer.request(request.method(), request.host(), request.path(), request.nonce(), request.at());
            case "stream" -> signer.subscription(request.nonce(), request.at());
            default ->
                throw new IllegalArgumentException("market must be spot or stream, was '" + request.market() + "'");
        };
    }

    @Override
    public BrokerSettings settings(BrokersSettings all) {
        return all.coinbase();
    }

    @Override
    public List<Check> check(BrokerSettings settings, Host host, InstrumentId pair) throws IOException {
        return CoinbaseSession.check(BrokerId.parse(broker()), settings, host, pair);
    }

    @Override
    public PaperVenue.Protocol paper() {
        return new PaperCoinbase();
    }
}
