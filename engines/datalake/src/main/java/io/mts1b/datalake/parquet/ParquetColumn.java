package io.mts1b.datalake.parquet;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Decimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** One column of a table: a name and a value per row, none of them missing. */
public sealed interface ParquetColumn {

    /**
     * Returns the name.
     *
     * @return lower-case words joined by {@code _}
     */
    String name();

    /**
     * Returns the values.
     *
     * @return one per row
     */
    List<?> values();

    /** Text. */
    record Texts(String name, List<String> values) implements ParquetColumn {

        /** Validates, and copies. */
        public Texts {
            requireName(name);
            values = List.copyOf(values);
        }
    }

    /** Days. */
    record Dates(String name, List<LocalDate> values) implements ParquetColumn {

        /** Validates, and copies. */
        public Dates {
            requireName(name);
            values = List.copyOf(values);
        }
    }

    /** Instants, to the microsecond; what is finer is refused. */
    record Instants(String name, List<Instant> values) implements ParquetColumn {

        /** Validates, and copies. */
        public Instants {
            requireName(name);
            values = List.copyOf(values);
            for (Instant value : values) {
                Require.that(
                        value.equals(value.truncatedTo(ChronoUnit.MICROS)),
                        name + " must be whole microseconds, was " + value);
            }
        }
    }

    /** Exact numbers, stored as decimals of the scale that the finest of them needs. */
    record Decimals(String name, List<Decimal> values) implements ParquetColumn {

        /** Validates, and copies. */
        public Decimals {
            requireName(name);
            values = List.copyOf(values);
        }

        /** Returns the most decimals that any value has. */
        int scale() {
            return values.stream().mapToInt(Decimal::scale).max().orElse(0);
        }
    }

    /** Statistics. */
    record Reals(String name, List<Double> values) implements ParquetColumn {

        /** Validates, and copies. */
        public Reals {
            requireName(name);
            values = List.copyOf(values);
        }
    }

    /** Whole numbers. */
    record Integers(String name, List<Long> values) implements ParquetColumn {

        /** Validates, and copies. */
        public Integers {
            requireName(name);
            values = List.copyOf(values);
        }
    }

    private static void requireName(String name) {
        Require.that(
                name.matches("[a-z][a-z0-9]*(_[a-z0-9]+)*"),
                "name must be lower-case words joined by _, was '" + name + "'");
    }
}
