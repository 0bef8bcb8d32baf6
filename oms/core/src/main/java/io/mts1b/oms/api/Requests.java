package io.mts1b.oms.api;

import io.javalin.http.Context;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.platform.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads commands from requests; whatever is not as it must be is refused. */
final class Requests {

    /** The longest body. */
    private static final int MOST_BYTES = 64 * 1_024;

    private static final int USUAL_LIMIT = 100;

    private Requests() {}

    /** Why. */
    private record Reason(String reason) {}

    static ApiCommand submit(Context ctx) {
        requireParameters(ctx, List.of());
        return new ApiCommand.Submit(key(ctx), body(ctx, OrderWish.class));
    }

    private static String key(Context ctx) {
        return Require.present(ctx.header("Idempotency-Key"), "header Idempotency-Key must be given, was missing");
    }

    static ApiCommand work(Context ctx) {
        requireParameters(ctx, List.of());
        return new ApiCommand.Work(key(ctx), body(ctx, ParentWish.class));
    }

    static ApiCommand getParent(Context ctx) {
        requireParameters(ctx, List.of());
        return new ApiCommand.GetParent(parent(ctx));
    }

    static ApiCommand amendParent(Context ctx) {
        requireParameters(ctx, List.of());
        return new ApiCommand.AmendParent(parent(ctx), body(ctx, ApiCommand.ParentAmendment.class));
    }

    static ApiCommand pauseParent(Context ctx) {
        requireParameters(ctx, List.of());
        return new ApiCommand.PauseParent(parent(ctx), body(ctx, Reason.class).reason());
    }

    static ApiCommand resumeParent(Context ctx) {
        requireParameters(ctx, List.of());
        return new ApiCommand.ResumeParent(parent(ctx), body(ctx, Reason.class).reason());
    }

    static ApiCommand cancelParent(Context ctx) {
        requireParameters(ctx, List.of("reason"));
        return new ApiCommand.CancelParent(parent(ctx), parameter(ctx, "reason").orElse("asked for"));
    }

    static ApiCommand listParents(Context ctx) {
        requireParameters(ctx, List.of("after", "limit"));
        return new ApiCommand.ListParents(fund(ctx), number(ctx, "after", 0), (int) number(ctx, "limit", USUAL_LIMIT));
    }

    private static OrderId parent(Context ctx) {
        return new OrderId(ctx.pathParam("parent"));
    }

    static ApiCommand getOrder(Context ctx) {
        requireParameters(ctx, List.of());
        return new ApiCommand.GetOrder(order(ctx));
    }

    static ApiCommand amend(Context ctx) {
        requireParameters(ctx, List.of());
        return new ApiCommand.Amend(order(ctx), body(ctx, ApiCommand.Amendment.class));
    }

    static ApiCommand cancel(Context ctx) {
        requireParameters(ctx, List.of("reason"));
        return new ApiCommand.Cancel(order(ctx), parameter(ctx, "reason").orElse("asked for"));
    }

    static ApiCommand halt(Context ctx) {
        requireParameters(ctx, List.of());
        return new ApiCommand.Halt(fund(ctx), body(ctx, Reason.class).reason());
    }

    static ApiCommand listOrders(Context ctx) {
        requireParameters(ctx, List.of("after", "limit"));
        return new ApiCommand.ListOrders(fund(ctx), number(ctx, "after", 0), (int) number(ctx, "limit", USUAL_LIMIT));
    }

    static ApiCommand listOpenOrders(Context ctx) {
        requireParameters(ctx, List.of("after", "limit"));
        return new ApiCommand.ListOpenOrders(
                fund(ctx), parameter(ctx, "after").map(OrderId::new).orElse(null), (int)
                        number(ctx, "limit", USUAL_LIMIT));
    }

    static ApiCommand listFills(Context ctx) {
        requireParameters(ctx, List.of("after", "limit"));
        return new ApiCommand.ListFills(fund(ctx), number(ctx, "after", 0), (int) number(ctx, "limit", USUAL_LIMIT));
    }

    static ApiCommand getAccount(Context ctx) {
        requireParameters(ctx, List.of());
        return new ApiCommand.GetAccount(fund(ctx));
    }

    private static OrderId order(Context ctx) {
        return new OrderId(ctx.pathParam("order"));
    }

    private static FundId fund(Context ctx) {
        return new FundId(ctx.pathParam("fund"));
    }

    /** Refuses parameters that nobody would look at, and those that are there twice. */
    static void requireParameters(Context ctx, List<String> known) {
        for (Map.Entry<String, List<String>> one : ctx.queryParamMap().entrySet()) {
            Require.that(
                    known.contains(one.getKey()),
                    "parameter must be "
                            + (known.isEmpty()
                                    ? "none"
                                    : "one of " + known.stream().sorted().toList()) + ", was " + one.getKey());
            Require.that(one.getValue().size() == 1, "parameter " + one.getKey() + " must be given once");
        }
    }

    private static Optional<String> parameter(Context ctx, String name) {
        return Optional.ofNullable(ctx.queryParam(name));
    }

    private static long number(Context ctx, String name, long otherwise) {
        String text = parameter(ctx, name).orElse(Long.toString(otherwise));
        try {
            Require.that(text.length() <= 18, name + " must be a whole number of at most 18 digits, was " + text);
            long number = Long.parseLong(text);
            return name.equals("limit") ? Math.min(number, Integer.MAX_VALUE) : number;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a whole number, was " + text, e);
        }
    }

    private static <T> T body(Context ctx, Class<T> type) {
        String content = Optional.ofNullable(ctx.contentType()).orElse("none").toLowerCase(Locale.ROOT);
        if (!content.equals("application/json") && !content.startsWith("application/json;")) {
            throw new RefusedException(
                    ApiRefusal.UNSUPPORTED_MEDIA_TYPE, "Content-Type must be application/json, was " + content);
        }
        byte[] body;
        try {
            body = ctx.req().getInputStream().readNBytes(MOST_BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (body.length > MOST_BYTES) {
            throw new RefusedException(
                    ApiRefusal.TOO_LARGE, "body must be at most " + MOST_BYTES + " bytes, was longer");
        }
        return Json.read(body, type);
    }
}
