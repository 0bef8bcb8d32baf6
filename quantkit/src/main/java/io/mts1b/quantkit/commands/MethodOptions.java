package io.mts1b.quantkit.commands;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which options a method of allocation knows; one that it would not keep to is refused rather than ignored. */
final class MethodOptions {

    private static final List<String> TREES = List.of("hrp", "herc", "nco");

    private static final List<String> TARGETED = List.of("efficient-risk", "efficient-return");

    private static final List<String> EARNING = with(TARGETED, "max-sharpe", "max-utility");

    private static final List<String> OPTIMIZED =
            with(EARNING, "min-volatility", "min-cvar", "min-cdar", "min-semivariance", "min-evar", "min-mad");

    private static final List<String> BOUNDED =
            with(OPTIMIZED, "max-diversification", "critical-line-min-volatility", "critical-line-max-sharpe");

    private static final List<String> BLENDED = List.of("black-litterman");

    private static final Map<String, List<String>> KNOWN = known();

    private MethodOptions() {}

    private static List<String> with(List<String> some, String... more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }

    private static Map<String, List<String>> known() {
        Map<String, List<String>> known = new LinkedHashMap<>();
        List.of("--linkage", "--distance").forEach(option -> known.put(option, TREES));
        known.put("--target", TARGETED);
        List.of("--cost", "--uncertainty", "--standard-errors").forEach(option -> known.put(option, EARNING));
        List.of("--l2", "--min-trade", "--max-assets", "--min-weight", "--effort")
                .forEach(option -> known.put(option, OPTIMIZED));
        List.of("--turnover", "--held").forEach(option -> known.put(option, with(OPTIMIZED, "max-diversification")));
        List.of("--market-neutral", "--sectors").forEach(option -> known.put(option, BOUNDED));
        List.of("--market-caps", "--market-prices", "--views", "--confidences")
                .forEach(option -> known.put(option, BLENDED));
        return known;
    }

    /** Refuses an option that a method does not know. */
    static void requireKnown(String method, Iterable<String> given) {
        for (String option : given) {
            List<String> methods = KNOWN.getOrDefault(option, List.of(method));
            if (!methods.contains(method)) {
                throw new IllegalArgumentException(
                        option + " must go with one of " + methods + ", went with " + method);
            }
        }
    }

    /** Whether a method keeps to bounds by itself. */
    static boolean keepsBounds(String method) {
        return BOUNDED.contains(method);
    }
}
