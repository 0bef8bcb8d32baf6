package io.mts1b.oms.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.testkit.ForAll;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NameIndexTest {

    @TempDir
    private Path folder;

    /** Some hashes are shared by two names; some names are put again, and come to another record. */
    @Test
    void finds_what_a_map_finds_in_memory_and_in_its_file() {
        ForAll.cases(5, random -> {
            Path place = folder.resolve("index-" + random.nextLong());
            assertThat(place.toFile().mkdir()).isTrue();
            List<List<byte[]>> records = new ArrayList<>();
            Map<Integer, Long> twin = new LinkedHashMap<>();
            TreeSet<Long> hashes = new TreeSet<>();
            try (NameIndex index = new NameIndex(place, at -> records.get((int) at), 1L << 16, new Object())) {
                for (int i = 0; i < 200_000; i++) {
                    int number = random.nextInt(150_000);
                    byte[] name = name(number);
                    records.add(List.of(name(-1), name));
                    index.put(hash(number), name, i);
                    twin.put(number, (long) i);
                    hashes.add(hash(number));
                }
                for (int number = 0; number < 160_000; number++) {
                    assertThat(index.find(hash(number), name(number))).isEqualTo(twin.getOrDefault(number, -1L));
                }
                TreeSet<Long> walked = new TreeSet<>();
                index.forEachHash(walked::add);
                assertThat(walked).isEqualTo(hashes);
            }
            assertThat(place.toFile().list()).hasSize(1);
        });
    }

    /** The table in memory grows, comes to the file, and the file grows, while another thread asks for what is there. */
    @Test
    void nothing_that_was_put_is_missed_while_others_are_put() throws Exception {
        int count = 400_000;
        Object lock = new Object();
        AtomicInteger put = new AtomicInteger();
        AtomicBoolean over = new AtomicBoolean();
        RandomGenerator random = new SplittableRandom(1);
        try (NameIndex index = new NameIndex(folder, at -> List.of(name((int) at)), 1L << 18, lock);
                ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<Integer> asked = other.submit(() -> {
                int questions = 0;
                while (!over.get()) {
                    int known = put.get();
                    int number = known == 0 ? 0 : random.nextInt(known);
                    synchronized (lock) {
                        long found = index.find(hash(number), name(number));
                        assertThat(found).isEqualTo(known == 0 && found < 0 ? found : number);
                        assertThat(index.find(hash(-1 - number), name(-1 - number)))
                                .isNegative();
                    }
                    questions++;
                }
                return questions;
            });
            for (int number = 0; number < count; number++) {
                index.makeRoom(1);
                synchronized (lock) {
                    index.put(hash(number), name(number), number);
                }
                put.set(number + 1);
            }
            over.set(true);
            assertThat(asked.get()).isPositive();
        }
    }

    private static byte[] name(int number) {
        return new Name('n', "n-" + number).bytes();
    }

    private static long hash(int number) {
        return new Name('n', "n-" + number).hash();
    }
}
