package io.mts1b.oms.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.testkit.ForAll;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
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

    private static byte[] name(int number) {
        return new Name('n', "n-" + number).bytes();
    }

    private static long hash(int number) {
        return new Name('n', "n-" + number).hash();
    }
}
