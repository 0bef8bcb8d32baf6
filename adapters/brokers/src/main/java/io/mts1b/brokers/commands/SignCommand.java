package io.mts1b.brokers.commands;

import io.mts1b.brokers.kraken.KrakenSigner;
import io.mts1b.foundation.Require;
import io.mts1b.platform.security.FileSecrets;
import io.mts1b.platform.security.Secret;
import io.mts1b.platform.security.SecretException;
import io.mts1b.platform.service.AnsweringCommand;
import io.mts1b.platform.service.Console;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mts brokers sign --broker B --secret-file FILE …}. */
@Command(name = "sign", description = "Signs a request as a venue wants it, and sends nothing.")
final class SignCommand extends AnsweringCommand {

    @Option(names = "--broker", required = true, description = "kraken.")
    private String broker = "";

    @Option(
            names = "--market",
            defaultValue = "spot",
            description = "spot, futures, or challenge for the stream of futures.")
    private String market = "";

    @Option(names = "--path", defaultValue = "", description = "Of the request, such as /0/private/AddOrder.")
    private String path = "";

    @Option(names = "--nonce", defaultValue = "", description = "The number of the request.")
    private String nonce = "";

    @Option(names = "--body", defaultValue = "", description = "The form, or the challenge, to the byte.")
    private String body = "";

    @Option(
            names = "--secret-file",
            required = true,
            paramLabel = "FILE",
            description = "Where the private key is; a file that its owner alone may read.")
    private Path secretFile = Path.of("");

    SignCommand(Console console) {
        super(console);
    }

    /** What is printed to programs. */
    record Signed(String broker, String market, String path, String nonce, String signature) {}

    @Override
    protected Answer answer() {
        Require.that(broker.equals("kraken"), "broker must be kraken, was '" + broker + "'");
        KrakenSigner signer = new KrakenSigner(secret());
        String signature = switch (market) {
            case "spot" -> signer.sign(path, nonce, body);
            case "futures" -> signer.authent(path, nonce, body);
            case "challenge" -> signer.signChallenge(body);
            default ->
                throw new IllegalArgumentException("market must be spot, futures or challenge, was '" + market + "'");
        };
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
