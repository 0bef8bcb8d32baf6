package io.mts1b.benchmarks.house;

import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.DecimalColumn;
import java.math.BigDecimal;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The time one operation on decimals takes, seen over many. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(DecimalWork.COUNT)
public class DecimalBenchmark {

    private final DecimalWork work = new DecimalWork();
    private final Decimal[] numbers = new Decimal[DecimalWork.COUNT];
    private final long[] integers = new long[DecimalWork.COUNT];
    private final BigDecimal[] bigNumbers = new BigDecimal[DecimalWork.COUNT];

    /** For JMH. */
    public DecimalBenchmark() {}

    @Benchmark
    public Decimal[] add() {
        work.add(numbers);
        return numbers;
    }

    @Benchmark
    public BigDecimal[] addBig() {
        work.addBig(bigNumbers);
        return bigNumbers;
    }

    @Benchmark
    public int compare() {
        return work.compare();
    }

    @Benchmark
    public int compareBig() {
        return work.compareBig();
    }

    @Benchmark
    public Decimal[] parse() {
        work.parse(numbers);
        return numbers;
    }

    @Benchmark
    public BigDecimal[] parseBig() {
        work.parseBig(bigNumbers);
        return bigNumbers;
    }

    @Benchmark
    public long[] parseWire() {
        work.parseWire(integers);
        return integers;
    }

    @Benchmark
    public long[] parseWireBig() {
        work.parseWireBig(integers);
        return integers;
    }

    @Benchmark
    public DecimalColumn addColumn() {
        return work.addColumn();
    }

    @Benchmark
    public BigDecimal[] addColumnBig() {
        work.addColumnBig(bigNumbers);
        return bigNumbers;
    }

    @Benchmark
    public int compareColumn() {
        return work.compareColumn();
    }

    @Benchmark
    public int compareColumnBig() {
        return work.compareColumnBig();
    }

    @Benchmark
    public Decimal sumColumn() {
        return work.sumColumn();
    }

    @Benchmark
    public BigDecimal sumColumnBig() {
        return work.sumColumnBig();
    }
}
