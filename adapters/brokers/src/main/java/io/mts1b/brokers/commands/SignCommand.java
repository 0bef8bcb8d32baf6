package io.mts1b.brokers.commands;

import io.mts1b.platform.security.FileSecrets;
import io.mts1b.platform.security.Secret;
import io.mts1b.platform.security.SecretException;
import io.mts1b.platform.service.AnsweringCommand;
import io.mts1b.platform.service.Console;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mts brokers sign --broker B --secret-file FILE …}. */
@Command(name = "sign", description = "Signs a request as a venue wants it, and sends nothing.")
final class SignCommand extends AnsweringCommand {

    private final InstantSource clock;

    @Option(names = "--broker", required = true, description = "kraken or coinbase; alpaca and fix do not sign.")
    private String broker = "";

    @Option(
            names = "--market",
            defaultValue = "spot",
            description =
                    "Of Kraken spot, futures, or challenge for the stream of futures; of Coinbase spot or stream.")
    private String market = "";

    @Option(names = "--path", defaultValue = "", description = "Of the request, such as /0/private/AddOrder.")
    private String path = "";

    @Option(names = "--key", defaultValue = "", description = "The name of the key, of Coinbase.")
    private String key = "";

    @Option(names = "--method", defaultValue = "GET", description = "Of the request, of Coinbase.")
    private String method = "";

    @Option(names = "--host", defaultValue = "api.coinbase.com", description = "Of the request, of Coinbase.")
    private String host = "";

    @Option(names = "--at", paramLabel = "TIME", description = "When it is signed, of Coinbase; now without it.")
    private @Nullable Instant at;

    @Option(
            names = "--nonce",
            defaultValue = "",
            description = "The number of the request; of Coinbase 32 hexadecimal digits.")
    private String nonce = "";

    @Option(names = "--body", defaultValue = "", description = "The form, or the challenge, to the byte.")
    private String body = "";

    @Option(
            names = "--secret-file",
            required = true,
            paramLabel = "FILE",
            description = "Where the private key is; a file that its owner alone may read.")
    private Path secretFile = Path.of("");

    SignCommand(Console console, InstantSource clock) {
        super(console);
        this.clock = clock;
    }

    /** What is printed to programs. */
    record Signed(String broker, String market, String path, String nonce, String signature) {}

    @Override
    protected Answer answer() {
        if (!(Protocol.of(broker) instanceof Protocol.Signing protocol)) {
            throw new IllegalArgumentException("broker must sign its requests, " + broker + " does not");
        }
        Instant now = at == null ? clock.instant() : at;
        String signature =
                protocol.sign(new Protocol.Request(market, key, method, host, path, nonce, now, body), secret());
        return Answer.done(new Signed(broker, market, path, nonce, signature), signature);
    }

    private Secret secret() {
        try {
            return new FileSecrets(Path.of("")).read(secretFile.toString());
        } catch (SecretException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
