package io.mts1b.oms.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.testkit.ForAll;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordSumTest {

    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    @Test
    void is_the_sum_modulo_two_to_the_256() {
        ForAll.cases(500, random -> {
            RecordSum sum = new RecordSum();
            BigInteger twin = BigInteger.ZERO;
            List<byte[]> added = new ArrayList<>();
            for (int i = random.nextInt(40); i > 0; i--) {
                boolean takes = !added.isEmpty() && random.nextInt(3) == 0;
                byte[] record = takes ? added.removeLast() : new byte[random.nextInt(50)];
                if (!takes) {
                    random.nextBytes(record);
                    added.add(record);
                }
                BigInteger hash = new BigInteger(1, RecordSum.sha256().digest(record));
                twin = (takes ? twin.subtract(hash) : twin.add(hash)).mod(MODULUS);
                if (takes) {
                    sum.take(record);
                } else {
                    sum.add(record);
                }
                RecordSum restored = new RecordSum();
                restored.restore(sum.digits());
                assertThat(restored.copy().digits()).isEqualTo("%064x".formatted(twin));
            }
        });
    }
}
