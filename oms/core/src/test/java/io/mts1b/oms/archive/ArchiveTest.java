package io.mts1b.oms.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.testkit.ForAll;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {

    @TempDir
    private Path folder;

    @Test
    void files_keep_what_memory_keeps() {
        ForAll.cases(20, random -> {
            try (Archive memory = new MemoryArchive();
                    Archive files = FileArchive.create(folder.resolve("archive"))) {
                for (int i = 0; i < 500; i++) {
                    List<Name> names = names(random);
                    byte[] record = bytes("record " + i + " " + "x".repeat(random.nextInt(50)));
                    memory.put(names, () -> record);
                    files.put(names, () -> record);
                }
                for (int i = 0; i < 400; i++) {
                    assertThat(files.find(name("n-" + i))).isEqualTo(memory.find(name("n-" + i)));
                    assertThat(files.find(name("p-" + i))).isEqualTo(memory.find(name("p-" + i)));
                }
                assertThat(all(files)).isEqualTo(all(memory));
            }
        });
    }

    /** Names are asked for while others are written: those put long ago, just now, again, and never. */
    @Test
    void finds_while_it_writes_what_memory_finds() {
        ForAll.cases(5, random -> {
            try (Archive memory = new MemoryArchive();
                    Archive files = FileArchive.create(folder.resolve("archive"))) {
                for (int i = 0; i < 20_000; i++) {
                    Name name = name("n-" + random.nextInt(10_000));
                    Name late = name("late-" + i);
                    byte[] record = bytes("record " + i);
                    memory.put(List.of(name), () -> List.of(late), () -> record);
                    files.put(List.of(name), () -> List.of(late), () -> record);
                    Name asked = name("n-" + random.nextInt(20_000));
                    if (random.nextBoolean()) {
                        files.expect(List.of(asked, late, name("never")));
                    }
                    assertThat(files.find(asked)).isEqualTo(memory.find(asked));
                }
                files.settle();
                for (int i = 0; i < 20_010; i++) {
                    Name late = name("late-" + i);
                    assertThat(files.find(late)).isEqualTo(memory.find(late));
                }
                assertThat(all(files)).isEqualTo(all(memory));
            }
        });
    }

    @Test
    void grows_over_many_files_and_loses_nothing() {
        int count = 200_000;
        byte[] padding = new byte[700];
        try (Archive files = FileArchive.create(folder.resolve("archive"))) {
            for (int i = 0; i < count; i++) {
                files.put(List.of(name("o:" + i), name("k:" + i)), () -> padding);
            }
            files.put(List.of(name("o:7")), () -> bytes("again"));
            assertThat(files.find(name("o:7"))).isEqualTo(bytes("again"));
            assertThat(files.find(name("k:7"))).isEqualTo(padding);
            for (int i = 0; i < count; i += 97) {
                assertThat(files.find(name("k:" + i))).isEqualTo(padding);
            }
            assertThat(files.find(name("k:" + count))).isNull();
            assertThat(all(files)).hasSize(count);
        }
    }

    @Test
    void goes_back_to_a_mark_in_the_same_process_and_in_another() {
        ForAll.cases(20, random -> {
            Path place = folder.resolve("marked-" + random.nextLong());
            try (Archive memory = new MemoryArchive();
                    Archive twin = new MemoryArchive()) {
                List<Long> ofFiles;
                List<Long> ofMemory;
                List<String> put = new ArrayList<>();
                try (Archive files = FileArchive.create(place)) {
                    for (int i = 0; i < 200; i++) {
                        List<Name> names = names(random);
                        byte[] record = bytes("record " + i);
                        put.add("record " + i);
                        List.of(memory, twin, files).forEach(archive -> archive.put(names, () -> record));
                    }
                    ofFiles = files.mark();
                    ofMemory = memory.mark();
                    for (int i = 0; i < 100; i++) {
                        List<Name> names = names(random);
                        List.of(memory, files).forEach(archive -> archive.put(names, () -> bytes("later")));
                    }
                }
                List<String> left = new ArrayList<>();
                memory.back(ofMemory, record -> left.add(new String(record, StandardCharsets.UTF_8)));
                assertThat(left).isEqualTo(put);
                try (Archive again = FileArchive.create(place)) {
                    left.clear();
                    again.back(ofFiles, record -> left.add(new String(record, StandardCharsets.UTF_8)));
                    assertThat(left).isEqualTo(put);
                    for (int i = 0; i < 400; i++) {
                        for (String name : List.of("n-" + i, "p-" + i)) {
                            assertThat(memory.find(name(name))).isEqualTo(twin.find(name(name)));
                            assertThat(again.find(name(name))).isEqualTo(twin.find(name(name)));
                        }
                    }
                    again.back(List.of(), _ -> {});
                    assertThat(again.find(name("p-1"))).isNull();
                    assertThat(all(again)).isEmpty();
                }
            }
        });
    }

    /** An order may have a thousand fills. */
    @Test
    void a_record_is_found_by_each_of_many_names() {
        List<Name> names =
                IntStream.range(0, 1_000).mapToObj(i -> name("n-" + i)).toList();
        try (Archive files = FileArchive.create(folder.resolve("archive"))) {
            files.put(names, () -> bytes("one"));
            assertThat(names).allMatch(name -> "one".equals(new String(files.find(name), StandardCharsets.UTF_8)));
            assertThat(all(files)).containsExactly("one");
        }
    }

    @Test
    void leaves_no_file_and_begins_without_what_a_dead_process_left() {
        Path archive = folder.resolve("archive");
        FileArchive first = FileArchive.create(archive);
        first.put(List.of(name("a")), () -> bytes("1"));
        // The process dies: nobody closes the first.
        try (FileArchive second = FileArchive.create(archive)) {
            assertThat(second.find(name("a"))).isNull();
        }
        assertThat(archive).doesNotExist();
    }

    /** The demo opens its system on one thread and asks it on others, one at a time. */
    @Test
    void may_be_used_by_one_thread_after_another() {
        try (Archive files = FileArchive.create(folder.resolve("archive"))) {
            files.put(List.of(name("a")), () -> bytes("1"));
            CompletableFuture.runAsync(() -> {
                        for (int i = 0; i < 50_000; i++) {
                            files.put(List.of(name("n-" + i)), () -> bytes("2"));
                        }
                    })
                    .join();
            assertThat(files.find(name("a"))).isEqualTo(bytes("1"));
            assertThat(files.find(name("n-7"))).isEqualTo(bytes("2"));
        }
    }

    @Test
    void refuses_what_does_not_fit_and_everything_after_it() {
        try (Archive files = FileArchive.create(folder.resolve("archive"))) {
            assertThatThrownBy(() -> keep(files, "x".repeat(256), new byte[0]))
                    .hasMessageStartingWith("name must be at most 255 bytes");
            assertThatThrownBy(() -> keep(files, "y", new byte[0])).hasMessageStartingWith("name must be at most 255");
        }
        try (Archive files = FileArchive.create(folder.resolve("archive"))) {
            assertThatThrownBy(() -> keep(files, "x", new byte[65 << 20]))
                    .hasMessageStartingWith("record must be at most 67108864 bytes");
        }
    }

    @Test
    void an_error_on_its_thread_is_told_and_nothing_after_it_is_kept() {
        try (Archive files = FileArchive.create(folder.resolve("archive"))) {
            files.put(List.of(name("a")), () -> {
                throw new InternalError("the disk is full");
            });
            for (int i = 0; i < 20_000; i++) {
                String later = "n-" + i;
                try {
                    files.put(List.of(name(later)), () -> bytes("1"));
                } catch (IllegalStateException e) {
                    break;
                }
            }
            assertThatThrownBy(files::settle)
                    .isInstanceOf(IllegalStateException.class)
                    .hasRootCauseMessage("the disk is full");
            assertThatThrownBy(() -> files.find(name("n-1"))).hasRootCauseMessage("the disk is full");
        }
    }

    private static List<Name> names(RandomGenerator random) {
        LinkedHashSet<Name> names = new LinkedHashSet<>();
        names.add(name("p-" + random.nextInt(400)));
        for (int i = random.nextInt(4); i > 0; i--) {
            names.add(name("n-" + random.nextInt(400)));
        }
        return List.copyOf(names);
    }

    private static Name name(String text) {
        return new Name('n', text);
    }

    private static void keep(Archive archive, String name, byte[] record) {
        archive.put(List.of(name(name)), () -> record);
        archive.settle();
    }

    private static List<String> all(Archive archive) {
        List<String> all = new ArrayList<>();
        archive.forEach(record -> all.add(new String(record, StandardCharsets.UTF_8)));
        return all;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
