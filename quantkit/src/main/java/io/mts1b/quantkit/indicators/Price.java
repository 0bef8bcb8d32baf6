package io.mts1b.quantkit.indicators;

import static io.mts1b.quantkit.indicators.BarField.CLOSE;
import static io.mts1b.quantkit.indicators.BarField.HIGH;
import static io.mts1b.quantkit.indicators.BarField.LOW;
import static io.mts1b.quantkit.indicators.BarField.OPEN;
import static io.mts1b.quantkit.indicators.BarField.VOLUME;

import java.util.List;
import java.util.Locale;

/** The one number of a bar that an indicator of one series looks at. */
enum Price {
    /** The last price. */
    CLOSE_PRICE("close", CLOSE) {
        @Override
        double of(CurrentBar bar) {
            return bar.close;
        }
    },
    /** The first price. */
    OPEN_PRICE("open", OPEN) {
        @Override
        double of(CurrentBar bar) {
            return bar.open;
        }
    },
    /** The highest price. */
    HIGH_PRICE("high", HIGH) {
        @Override
        double of(CurrentBar bar) {
            return bar.high;
        }
    },
    /** The lowest price. */
    LOW_PRICE("low", LOW) {
        @Override
        double of(CurrentBar bar) {
            return bar.low;
        }
    },
    /** The middle of high and low. */
    MEDIAN("hl2", HIGH, LOW) {
        @Override
        double of(CurrentBar bar) {
            return (bar.high + bar.low) / 2;
        }
    },
    /** The mean of high, low and close. */
    TYPICAL("hlc3", HIGH, LOW, CLOSE) {
        @Override
        double of(CurrentBar bar) {
            return (bar.high + bar.low + bar.close) / 3;
        }
    },
    /** The mean of open, high, low and close. */
    MEAN("ohlc4", OPEN, HIGH, LOW, CLOSE) {
        @Override
        double of(CurrentBar bar) {
            return (bar.open + bar.high + bar.low + bar.close) / 4;
        }
    },
    /** The quantity traded. */
    TRADED("volume", VOLUME) {
        @Override
        double of(CurrentBar bar) {
            return bar.volume;
        }
    };

    private final String text;
    private final List<BarField> fields;

    Price(String text, BarField... fields) {
        this.text = text;
        this.fields = List.of(fields);
    }

    abstract double of(CurrentBar bar);

    String text() {
        return text;
    }

    List<BarField> fields() {
        return fields;
    }

    static Price parse(String text) {
        for (Price price : values()) {
            if (price.text.equals(text.toLowerCase(Locale.ROOT))) {
                return price;
            }
        }
        throw new IllegalArgumentException("source must be a price of a bar, was " + text);
    }
}
