package io.mts1b.oms.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.testkit.ForAll;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesTest {

    @TempDir
    private Path folder;

    private static Series<String> series(char kind, Records records) {
        return new Series<>(kind, records, Function.identity(), Function.identity());
    }

    @Test
    void what_is_filed_is_found_as_if_it_were_in_memory() {
        ForAll.cases(20, random -> {
            Series<String> memory = series('a', new Records(new MemoryArchive()));
            Map<String, String> twin = new LinkedHashMap<>();
            try (Archive archive = FileArchive.create(folder.resolve("archive"))) {
                Records records = new Records(archive);
                Series<String> filed = series('a', records);
                Series<String> others = series('b', records);
                TreeSet<String> inMemory = new TreeSet<>();
                for (int step = 0; step < 400; step++) {
                    String id = "n-" + random.nextInt(60);
                    String one = id + " at " + step;
                    twin.put(id, one);
                    memory.put(id, one);
                    filed.put(id, one);
                    inMemory.add(id);
                    others.put(id, "other");
                    others.file(id);
                    while (inMemory.size() > random.nextInt(8)) {
                        filed.file(inMemory.removeFirst());
                    }
                }
                List<String> ids = new ArrayList<>(twin.keySet());
                assertThat(filed.count()).isEqualTo(ids.size());
                assertThat(filed.inMemory()).hasSameSizeAs(inMemory);
                for (int i = 0; i < ids.size(); i++) {
                    assertThat(filed.find(ids.get(i))).contains(String.valueOf(twin.get(ids.get(i))));
                    assertThat(filed.at(i + 1)).isEqualTo(twin.get(ids.get(i)));
                }
                assertThat(filed.find("n-60")).isEmpty();
                assertThatThrownBy(() -> filed.at(ids.size() + 1L))
                        .hasMessage("number must be from 1 to " + ids.size() + ", was " + (ids.size() + 1));
                assertThat(filed.hash()).isEqualTo(memory.hash()).isNotEqualTo(others.hash());
            }
        });
    }

    @Test
    void goes_on_from_its_form_and_forgets_what_was_filed_since() {
        ForAll.cases(20, random -> {
            Path files = folder.resolve("archive");
            Records.Form marked;
            Series.Form form;
            String hash;
            try (Archive archive = FileArchive.create(files)) {
                Records records = new Records(archive);
                Series<String> series = series('a', records);
                change(series, random);
                form = series.form();
                marked = records.form();
                hash = series.hash();
                change(series, random);
            }
            try (Archive archive = FileArchive.create(files)) {
                Records records = new Records(archive);
                Series<String> again = series('a', records);
                records.restore(marked);
                again.restore(form);
                assertThat(again.hash()).isEqualTo(hash);
                assertThat(again.form()).isEqualTo(form);
                assertThat(records.form()).isEqualTo(marked);
                again.put("new", "one");
                assertThat(again.at(form.count() + 1)).isEqualTo("one");
            }
            try (Archive archive = FileArchive.create(files)) {
                Records.Form other = new Records.Form(marked.count() + 1, marked.archive(), marked.puts());
                assertThatThrownBy(() -> new Records(archive).restore(other))
                        .hasMessage("archive must be as it was after " + other.count() + " records");
            }
        });
    }

    private static void change(Series<String> series, RandomGenerator random) {
        for (int step = 0; step < 50; step++) {
            String id = "n-" + random.nextInt(20);
            series.put(id, id + " at " + random.nextInt());
            if (random.nextBoolean()) {
                series.file(id);
            }
        }
    }

    @Test
    void refuses_to_file_what_is_not_in_memory() {
        Series<String> series = series('a', new Records(new MemoryArchive()));
        assertThatThrownBy(() -> series.file("n")).hasMessage("record a n must be in memory");
        assertThatThrownBy(() -> series('#', new Records(new MemoryArchive())))
                .hasMessage("kind must be a small letter, was #");
    }
}
