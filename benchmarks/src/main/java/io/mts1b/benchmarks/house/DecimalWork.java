package io.mts1b.benchmarks.house;

import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.DecimalColumn;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What is done with decimals, by us and with {@code BigDecimal}, on the same {@value #COUNT} pairs.
 *
 * <p>The scalar values are as prices and quantities are, of up to nine digits with up to six decimals, mixed.
 * A column has one scale, as the column of a table has.
 */
final class DecimalWork {

    /** How many pairs of numbers there are. */
    static final int COUNT = 1024;

    private static final long SEED = 20_261_120;
    private static final int WIRE_PLACES = 9;
    private static final int LEFT_SCALE = 4;
    private static final int RIGHT_SCALE = 2;

    private final String[] text = new String[COUNT];
    private final byte[] wire;
    private final Decimal[] left = new Decimal[COUNT];
    private final Decimal[] right = new Decimal[COUNT];
    private final BigDecimal[] peerLeft = new BigDecimal[COUNT];
    private final BigDecimal[] peerRight = new BigDecimal[COUNT];
    private final DecimalColumn leftColumn;
    private final DecimalColumn rightColumn;
    private final BigDecimal[] peerLeftColumn = new BigDecimal[COUNT];
    private final BigDecimal[] peerRightColumn = new BigDecimal[COUNT];

    DecimalWork() {
        SplittableRandom random = new SplittableRandom(SEED);
        long[] leftWords = new long[COUNT];
        long[] rightWords = new long[COUNT];
        for (int i = 0; i < COUNT; i++) {
            peerLeft[i] = BigDecimal.valueOf(digits(random), random.nextInt(7));
            peerRight[i] = BigDecimal.valueOf(digits(random), random.nextInt(7));
            text[i] = peerLeft[i].toPlainString();
            left[i] = Decimal.of(peerLeft[i]);
            right[i] = Decimal.of(peerRight[i]);
            leftWords[i] = digits(random);
            rightWords[i] = digits(random);
            peerLeftColumn[i] = BigDecimal.valueOf(leftWords[i], LEFT_SCALE);
            peerRightColumn[i] = BigDecimal.valueOf(rightWords[i], RIGHT_SCALE);
        }
        wire = String.join("\n", text).getBytes(StandardCharsets.ISO_8859_1);
        leftColumn = DecimalColumn.of(leftWords, LEFT_SCALE);
        rightColumn = DecimalColumn.of(rightWords, RIGHT_SCALE);
    }

    private static long digits(SplittableRandom random) {
        return random.nextLong(-999_999_999L, 1_000_000_000L);
    }

    void add(Decimal[] sums) {
        for (int i = 0; i < COUNT; i++) {
            sums[i] = left[i].plus(right[i]);
        }
    }

    void addBig(BigDecimal[] sums) {
        for (int i = 0; i < COUNT; i++) {
            sums[i] = peerLeft[i].add(peerRight[i]);
        }
    }

    int compare() {
        int below = 0;
        for (int i = 0; i < COUNT; i++) {
            below += left[i].compareTo(right[i]) < 0 ? 1 : 0;
        }
        return below;
    }

    int compareBig() {
        int below = 0;
        for (int i = 0; i < COUNT; i++) {
            below += peerLeft[i].compareTo(peerRight[i]) < 0 ? 1 : 0;
        }
        return below;
    }

    void parse(Decimal[] numbers) {
        for (int i = 0; i < COUNT; i++) {
            numbers[i] = Decimal.parse(text[i]);
        }
    }

    void parseBig(BigDecimal[] numbers) {
        for (int i = 0; i < COUNT; i++) {
            numbers[i] = new BigDecimal(text[i]);
        }
    }

    void parseWire(long[] integers) {
        int from = 0;
        for (int i = 0; i < COUNT; i++) {
            int to = from + text[i].length();
            integers[i] = Decimal.parseUnscaled(wire, from, to, WIRE_PLACES);
            from = to + 1;
        }
    }

    void parseWireBig(long[] integers) {
        int from = 0;
        for (int i = 0; i < COUNT; i++) {
            int length = text[i].length();
            integers[i] = new BigDecimal(new String(wire, from, length, StandardCharsets.ISO_8859_1))
                    .movePointRight(WIRE_PLACES)
                    .longValueExact();
            from += length + 1;
        }
    }

    DecimalColumn addColumn() {
        return leftColumn.plus(rightColumn);
    }

    void addColumnBig(BigDecimal[] sums) {
        for (int i = 0; i < COUNT; i++) {
            sums[i] = peerLeftColumn[i].add(peerRightColumn[i]);
        }
    }

    int compareColumn() {
        return leftColumn.countBelow(rightColumn);
    }

    int compareColumnBig() {
        int below = 0;
        for (int i = 0; i < COUNT; i++) {
            below += peerLeftColumn[i].compareTo(peerRightColumn[i]) < 0 ? 1 : 0;
        }
        return below;
    }

    Decimal sumColumn() {
        return leftColumn.sum();
    }

    BigDecimal sumColumnBig() {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal number : peerLeftColumn) {
            sum = sum.add(number);
        }
        return sum;
    }

    boolean sameSums() {
        Decimal[] ours = new Decimal[COUNT];
        BigDecimal[] theirs = new BigDecimal[COUNT];
        add(ours);
        addBig(theirs);
        return same(Arrays.asList(ours), theirs);
    }

    boolean sameNumbers() {
        Decimal[] ours = new Decimal[COUNT];
        BigDecimal[] theirs = new BigDecimal[COUNT];
        parse(ours);
        parseBig(theirs);
        return same(Arrays.asList(ours), theirs);
    }

    boolean sameWireIntegers() {
        long[] ours = new long[COUNT];
        long[] theirs = new long[COUNT];
        parseWire(ours);
        parseWireBig(theirs);
        return Arrays.equals(ours, theirs);
    }

    boolean sameColumnSums() {
        BigDecimal[] theirs = new BigDecimal[COUNT];
        addColumnBig(theirs);
        return same(addColumn(), theirs);
    }

    private static boolean same(List<Decimal> ours, BigDecimal[] theirs) {
        List<Decimal> peers = new ArrayList<>();
        for (BigDecimal number : theirs) {
            peers.add(Decimal.of(number));
        }
        return ours.equals(peers);
    }
}
