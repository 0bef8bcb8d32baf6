package io.mts1b.quantkit.commands;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The models of {@code mts quantkit option}, and what each must and may be told besides the terms of the option. */
enum OptionModel {
    BLACK_SCHOLES("black-scholes", List.of("volatility"), List.of("yield")),
    BLACK_76("black-76", List.of("volatility"), List.of()),
    BACHELIER("bachelier", List.of("volatility"), List.of()),
    IMPLIED_VOLATILITY("implied-volatility", List.of("price"), List.of("yield")),
    IMPLIED_NORMAL_VOLATILITY("implied-normal-volatility", List.of("price"), List.of()),
    BINOMIAL("binomial", List.of("volatility"), List.of("yield", "steps")),
    BARONE_ADESI_WHALEY("barone-adesi-whaley", List.of("volatility"), List.of("yield")),
    BJERKSUND_STENSLAND_1993("bjerksund-stensland-1993", List.of("volatility"), List.of("yield")),
    BJERKSUND_STENSLAND_2002("bjerksund-stensland-2002", List.of("volatility"), List.of("yield")),
    BARRIER(
            "barrier",
            List.of("volatility", "barrier", "barrier-type"),
            List.of("yield", "rebate", "monitoring-interval"));

    private final String word;
    private final List<String> needed;
    private final List<String> allowed;

    OptionModel(String word, List<String> needed, List<String> allowed) {
        this.word = word;
        this.needed = needed;
        this.allowed = allowed;
    }

    String word() {
        return word;
    }

    boolean needs(String option) {
        return needed.contains(option);
    }

    boolean takes(String option) {
        return needed.contains(option) || allowed.contains(option);
    }

    static OptionModel of(String word) {
        return Arrays.stream(values())
                .filter(model -> model.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("model must be one of "
                        + Arrays.stream(values()).map(OptionModel::word).collect(Collectors.joining(", ")) + ", was "
                        + word));
    }
}
