package io.mts1b.oms.api;

import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.oms.Oms;
import io.mts1b.oms.Routing;
import io.mts1b.oms.api.ApiReply.Refused;
import io.mts1b.oms.service.OmsWriter;
import io.mts1b.oms.service.WriterException;
import io.mts1b.platform.audit.AuditTrail;
import io.mts1b.platform.journal.JournalException;
import io.mts1b.platform.security.ConstantTime;
import io.mts1b.platform.security.Hmac;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What can be asked of an order management system, whichever way it comes: checks who asks and what they may, hands it to
 * the writer, answers when it is durable, and audits. Thread-safe.
 */
public final class OmsApi {

    private static final Logger LOG = LoggerFactory.getLogger(OmsApi.class);

    /** Under which what unknown people ask is audited. */
    private static final ActorId NOBODY = new ActorId("nobody");

    private final OmsWriter writer;
    private final LogFeed feed;
    private final ApiSettings settings;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final Commands commands;

    /** What is written down of a command. */
    private record Audited(
            ApiCommand command, String outcome, @Nullable String reason) {}

    /** What is written down of something that was no command. */
    private record Unknown(String outcome, String reason) {}

    /** Somebody who asks, and what they may. */
    record Caller(ActorId actor, ApiSettings.Client client) {

        void require(Permission permission, FundId fund) {
            if (!client.may(permission, fund)) {
                throw new RefusedException(
                        ApiRefusal.FORBIDDEN,
                        actor + " must have the permission " + permission.name().toLowerCase(Locale.ROOT) + " for fund "
                                + fund);
            }
        }
    }

    /**
     * Makes an API.
     *
     * @param writer the thread of the order management system
     * @param feed the log that system was opened on
     * @param settings who may ask
     * @param routing where orders go of which nobody has said where
     * @param audit where commands are written down
     * @param clock the time of orders
     */
    public OmsApi(
            OmsWriter writer,
            LogFeed feed,
            ApiSettings settings,
            Routing routing,
            AuditTrail audit,
            InstantSource clock) {
        this.writer = writer;
        this.feed = feed;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
        this.commands = new Commands(feed, routing, clock);
    }

    ApiSettings settings() {
        return settings;
    }

    LogFeed feed() {
        return feed;
    }

    OmsWriter writer() {
        return writer;
    }

    InstantSource clock() {
        return clock;
    }

    /** Finds out who has a token, in a time that tells nothing of any. */
    Optional<Caller> withToken(String token) {
        Caller found = null;
        for (Map.Entry<String, ApiSettings.Client> one : settings.clients().entrySet()) {
            if (ConstantTime.equal(one.getValue().token().reveal(), token)) {
                found = new Caller(new ActorId(one.getKey()), one.getValue());
            }
        }
        return Optional.ofNullable(found);
    }

    /** Finds out whether somebody is who they say, by what they have signed with their token. */
    Optional<Caller> withSignature(ActorId actor, byte[] signed, byte[] signature) {
        ApiSettings.Client client = settings.clients().get(actor.value());
        if (client == null) {
            return Optional.empty();
        }
        return Hmac.SHA256.verify(client.token().revealBytes(), signed, signature)
                ? Optional.of(new Caller(actor, client))
                : Optional.empty();
    }

    /**
     * Does what is asked, and waits until it is durable.
     *
     * @param caller who asks
     * @param command what
     * @return the answer; it is audited if the command was to change something, or was refused for who asked, but not if
     *     there was too much to do, for that would make more
     */
    ApiReply handle(Caller caller, ApiCommand command) {
        ApiReply reply;
        try {
            reply = answered(commands.of(caller, command));
        } catch (RefusedException e) {
            reply = e.reply();
        }
        boolean query = isQuery(command);
        if (reply instanceof Refused refused) {
            boolean unheard = refused.code() == ApiRefusal.BUSY;
            return unheard || (query && refused.code() != ApiRefusal.FORBIDDEN)
                    ? reply
                    : audited(
                            caller.actor(),
                            command,
                            reply,
                            new Audited(command, name(refused.code()), refused.message()));
        }
        return query ? reply : audited(caller.actor(), command, reply, new Audited(command, "done", null));
    }

    /** Answers something that was no command, or came from nobody known. */
    Refused refuse(@Nullable Caller caller, String action, RefusedException refusal) {
        Refused reply = refusal.reply();
        ActorId actor = caller == null ? NOBODY : caller.actor();
        return reply.code() == ApiRefusal.BUSY
                        || written(actor, action, "-", new Unknown(name(reply.code()), reply.message()))
                ? reply
                : notAudited(reply.message());
    }

    private ApiReply answered(Function<Oms, ApiReply> work) {
        CompletableFuture<ApiReply> answer = writer.ask(work);
        try {
            return answer.join();
        } catch (CompletionException e) {
            return switch (e.getCause()) {
                case RefusedException refused -> refused.reply();
                case WriterException ended -> refused(ended);
                case IllegalArgumentException cannot ->
                    new Refused(ApiRefusal.UNPROCESSABLE, String.valueOf(cannot.getMessage()));
                case null, default -> {
                    LOG.error("a command broke", e.getCause());
                    yield new Refused(ApiRefusal.FAILED, "the command broke, see the log of the service");
                }
            };
        }
    }

    static Refused refused(WriterException ended) {
        return switch (ended.category()) {
            case BUSY -> new Refused(ApiRefusal.BUSY, String.valueOf(ended.getMessage()));
            case CLOSED -> new Refused(ApiRefusal.CLOSED, "the service is ending");
            case FAILED ->
                new Refused(
                        ApiRefusal.FAILED,
                        "the log could not be written; whether this is in it is known after a restart");
        };
    }

    private ApiReply audited(ActorId actor, ApiCommand command, ApiReply reply, Audited entry) {
        return written(actor, action(command), subject(command, reply), entry)
                ? reply
                : notAudited("the log says whether it was done");
    }

    private static Refused notAudited(String what) {
        return new Refused(ApiRefusal.FAILED, "the audit trail could not be written: " + what);
    }

    private boolean written(ActorId actor, String action, String subject, Object data) {
        try {
            audit.append(actor, action, subject, data);
            return true;
        } catch (JournalException e) {
            LOG.error("the audit trail could not be written", e);
            return false;
        }
    }

    private static boolean isQuery(ApiCommand command) {
        return switch (command) {
            case ApiCommand.Submit _,
                    ApiCommand.Amend _,
                    ApiCommand.Cancel _,
                    ApiCommand.Halt _,
                    ApiCommand.Work _,
                    ApiCommand.AmendParent _,
                    ApiCommand.PauseParent _,
                    ApiCommand.ResumeParent _,
                    ApiCommand.CancelParent _ -> false;
            case ApiCommand.GetParent _,
                    ApiCommand.ListParents _,
                    ApiCommand.GetOrder _,
                    ApiCommand.ListOrders _,
                    ApiCommand.ListOpenOrders _,
                    ApiCommand.ListFills _,
                    ApiCommand.GetAccount _ -> true;
        };
    }

    private static String action(ApiCommand command) {
        return switch (command) {
            case ApiCommand.Submit _ -> "submit";
            case ApiCommand.Amend _ -> "amend";
            case ApiCommand.Cancel _ -> "cancel";
            case ApiCommand.Halt _ -> "halt";
            case ApiCommand.Work _ -> "work";
            case ApiCommand.AmendParent _ -> "amend_parent";
            case ApiCommand.PauseParent _ -> "pause";
            case ApiCommand.ResumeParent _ -> "resume";
            case ApiCommand.CancelParent _ -> "cancel_parent";
            case ApiCommand.GetOrder _,
                    ApiCommand.ListOrders _,
                    ApiCommand.ListOpenOrders _,
                    ApiCommand.ListFills _,
                    ApiCommand.GetParent _,
                    ApiCommand.ListParents _,
                    ApiCommand.GetAccount _ -> "view";
        };
    }

    private static String subject(ApiCommand command, ApiReply reply) {
        if (reply instanceof ApiReply.OneOrder one) {
            return one.order().state().order().orderId().value();
        }
        if (reply instanceof ApiReply.OneParent one) {
            return one.parent().order().orderId().value();
        }
        return switch (command) {
            case ApiCommand.Work work -> work.parent().fund().value();
            case ApiCommand.AmendParent amend -> amend.parentId().value();
            case ApiCommand.PauseParent pause -> pause.parentId().value();
            case ApiCommand.ResumeParent resume -> resume.parentId().value();
            case ApiCommand.CancelParent cancel -> cancel.parentId().value();
            case ApiCommand.GetParent get -> get.parentId().value();
            case ApiCommand.ListParents list -> list.fund().value();
            case ApiCommand.Submit submit -> submit.order().fund().value();
            case ApiCommand.Amend amend -> amend.orderId().value();
            case ApiCommand.Cancel cancel -> cancel.orderId().value();
            case ApiCommand.Halt halt -> halt.fund().value();
            case ApiCommand.GetOrder get -> get.orderId().value();
            case ApiCommand.ListOrders list -> list.fund().value();
            case ApiCommand.ListOpenOrders list -> list.fund().value();
            case ApiCommand.ListFills list -> list.fund().value();
            case ApiCommand.GetAccount get -> get.fund().value();
        };
    }

    private static String name(ApiRefusal code) {
        return code.name().toLowerCase(Locale.ROOT);
    }
}
