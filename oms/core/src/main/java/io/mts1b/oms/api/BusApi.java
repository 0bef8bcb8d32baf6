package io.mts1b.oms.api;

import io.mts1b.foundation.events.Subject;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.platform.bus.Bus;
import io.mts1b.platform.bus.Call;
import io.mts1b.platform.bus.Subscription;
import io.mts1b.platform.json.Json;
import io.mts1b.platform.security.Hmac;
import io.mts1b.platform.security.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The API over the bus: the same commands, the same answers. A question is signed with the token, which so is never on the
 * bus, and counts once, within half a minute of when it was asked, and only if that was after this one began: one before it may
 * have taken it. Thread-safe.
 */
public final class BusApi {

    /** Where it is asked. */
    public static final Call<Question, ApiReply> CALL =
            new Call<>(Subject.parse("mts.v1.oms.api.asked"), Question.class, ApiReply.class);

    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final int MOST = 100_000;

    private final OmsApi api;
    private final Instant began;
    // By their signatures, in the order of their arrival; guarded by this.
    private final Map<String, Instant> taken = new LinkedHashMap<>();

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param at when
     * @param command what
     * @param signature the HMAC-SHA256 of these three as JSON under the token, in hexadecimal
     */
    public record Question(ActorId actor, Instant at, ApiCommand command, String signature) {

        /** Validates. */
        public Question {
            Objects.requireNonNull(actor, "actor");
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(command, "command");
            Objects.requireNonNull(signature, "signature");
        }

        /**
         * Signs a question.
         *
         * @param actor who asks
         * @param token their token
         * @param at when; the same question at the same time counts once
         * @param command what
         * @return the question
         */
        public static Question signed(ActorId actor, Secret token, Instant at, ApiCommand command) {
            byte[] code = Hmac.SHA256.sign(token.revealBytes(), bytes(actor, at, command));
            return new Question(actor, at, command, HexFormat.of().formatHex(code));
        }
    }

    /** What is signed. */
    private record Signed(ActorId actor, Instant at, ApiCommand command) {}

    private BusApi(OmsApi api) {
        this.api = api;
        this.began = api.clock().instant();
    }

    /**
     * Answers what is asked from now on.
     *
     * @param bus of the artifact oms
     * @param api who answers
     * @return the subscription, to be closed
     */
    public static Subscription answer(Bus bus, OmsApi api) {
        return bus.answer(CALL, new BusApi(api)::answer);
    }

    private static byte[] bytes(ActorId actor, Instant at, ApiCommand command) {
        return Json.write(new Signed(actor, at, command)).getBytes(StandardCharsets.UTF_8);
    }

    private ApiReply answer(Question question) {
        OmsApi.Caller caller = null;
        try {
            byte[] signature = signature(question);
            caller = caller(question, signature);
            takeOnce(question, signature);
        } catch (RefusedException e) {
            return api.refuse(caller, "bus", e);
        }
        return api.handle(caller, question.command());
    }

    private static byte[] signature(Question question) {
        try {
            return HexFormat.of().parseHex(question.signature());
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private OmsApi.Caller caller(Question question, byte[] signature) {
        return api.withSignature(
                        question.actor(), bytes(question.actor(), question.at(), question.command()), signature)
                .orElseThrow(() -> new RefusedException(
                        ApiRefusal.UNAUTHENTICATED,
                        "question must be signed with the token of " + question.actor() + ", was not"));
    }

    private synchronized void takeOnce(Question question, byte[] signature) {
        Instant now = api.clock().instant();
        if (Duration.between(question.at(), now).abs().compareTo(FRESH) > 0) {
            throw new RefusedException(
                    ApiRefusal.CONFLICT,
                    "question must be asked within " + FRESH.toSeconds() + " s of " + now + ", was at "
                            + question.at());
        }
        if (question.at().isBefore(began)) {
            throw new RefusedException(
                    ApiRefusal.CONFLICT,
                    "question must be asked after " + began + ", for before the restart it may have been done, was at "
                            + question.at());
        }
        for (Iterator<Instant> arrivals = taken.values().iterator(); arrivals.hasNext(); ) {
            // What was asked so long ago is refused for its time.
            if (!arrivals.next().plus(FRESH).plus(FRESH).isBefore(now)) {
                break;
            }
            arrivals.remove();
        }
        if (taken.size() >= MOST) {
            throw new RefusedException(ApiRefusal.BUSY, "more than " + MOST + " questions within a minute");
        }
        // One signature can be written in several ways.
        if (taken.putIfAbsent(HexFormat.of().formatHex(signature), now) != null) {
            throw new RefusedException(ApiRefusal.CONFLICT, "question must be asked once, was asked before");
        }
    }
}
