package io.mts1b.marketdata.file;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** A file on disk, unpacked as far as it takes to see a table: its first bytes say what it is, not its name. */
final class SourceFile {

    /** More is not daily bars but a bomb: a century of 20,000 instruments as text is half of it. */
    private static final int MOST_BYTES = 1 << 30;

    private static final List<String> ENDINGS = List.of(".gz", ".zip", ".csv", ".tsv", ".txt", ".parquet", ".pq");

    enum Kind {
        CSV,
        GZIPPED_CSV,
        ZIPPED_CSV,
        PARQUET
    }

    private final Path file;
    private final String name;
    private final Kind kind;
    private final byte[] content;

    /** Parquet has no content here: it is read where it stands. */
    private SourceFile(Path file, String name, Kind kind, byte[] content) {
        this.file = file;
        this.name = name;
        this.kind = kind;
        this.content = content;
    }

    /** Returns the tables of a file: one, or as many as an archive holds. */
    static List<SourceFile> open(Path file) {
        try {
            byte[] head = head(file);
            if (starts(head, "PAR1")) {
                return List.of(new SourceFile(file, stem(file.getFileName().toString()), Kind.PARQUET, new byte[0]));
            }
            if (starts(head, "PK\u0003\u0004")) {
                return unzip(file);
            }
            boolean gzip = head.length >= 2 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b;
            try (InputStream raw = Files.newInputStream(file);
                    InputStream in = gzip ? new GZIPInputStream(raw, 1 << 16) : raw) {
                byte[] content = readAll(file, in);
                String stem = stem(file.getFileName().toString());
                return List.of(new SourceFile(file, stem, gzip ? Kind.GZIPPED_CSV : Kind.CSV, content));
            }
        } catch (EOFException e) {
            throw new RefusedFileException(file, "the end of the file in the midst of packed data", "the whole file");
        } catch (ZipException e) {
            throw new RefusedFileException(file, "damaged packed data (" + e.getMessage() + ")", "a whole archive");
        } catch (IOException e) {
            throw new RefusedFileException(file, "an error on reading it (" + e + ")", "a readable file");
        }
    }

    private static List<SourceFile> unzip(Path file) throws IOException {
        List<SourceFile> tables = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                if (!entry.isDirectory()
                        && !name.startsWith(".")
                        && !entry.getName().startsWith("__MACOSX")) {
                    tables.add(new SourceFile(file, stem(name), Kind.ZIPPED_CSV, readAll(file, zip)));
                }
            }
        }
        if (tables.isEmpty()) {
            throw new RefusedFileException(file, "an archive without files", "at least one CSV file in it");
        }
        return tables;
    }

    private static byte[] readAll(Path file, InputStream in) throws IOException {
        byte[] content = in.readNBytes(MOST_BYTES);
        if (content.length == MOST_BYTES && in.read() >= 0) {
            throw new RefusedFileException(file, "more than " + MOST_BYTES + " bytes unpacked", "at most that");
        }
        return content;
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(4);
        }
    }

    private static boolean starts(byte[] head, String magic) {
        boolean same = head.length >= magic.length();
        for (int i = 0; same && i < magic.length(); i++) {
            same = head[i] == magic.charAt(i);
        }
        return same;
    }

    /** Returns a file name without the endings we know, however many. */
    private static String stem(String fileName) {
        String stem = fileName;
        boolean shorter = true;
        while (shorter) {
            String now = stem;
            String shortened = ENDINGS.stream()
                    .filter(ending -> now.toLowerCase(Locale.ROOT).endsWith(ending) && now.length() > ending.length())
                    .findFirst()
                    .map(ending -> now.substring(0, now.length() - ending.length()))
                    .orElse(now);
            shorter = !shortened.equals(stem);
            stem = shortened;
        }
        return stem;
    }

    Path file() {
        return file;
    }

    /** Returns the name of the table without endings, which names the instrument if nothing else does. */
    String name() {
        return name;
    }

    Kind kind() {
        return kind;
    }

    /** Returns the unpacked bytes. */
    InputStream stream() {
        return new ByteArrayInputStream(content);
    }
}
