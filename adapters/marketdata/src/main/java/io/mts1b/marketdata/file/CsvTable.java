package io.mts1b.marketdata.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads CSV into a {@link RawTable}, and refuses what is not a rectangle of UTF-8 text. */
final class CsvTable {

    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final char[] SEPARATORS = {',', ';', '\t'};

    private CsvTable() {}

    static RawTable read(SourceFile source) {
        char separator = separator(source);
        List<String> header = List.of();
        List<String[]> rows = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .skipEmptyLines(true)
                .ofCsvRecord(text(source))) {
            for (CsvRecord line : reader) {
                String[] cells = line.getFields().stream().map(String::strip).toArray(String[]::new);
                if (header.isEmpty()) {
                    header = List.of(cells);
                    continue;
                }
                requireWidth(source.file(), line, header.size());
                rows.add(cells);
                lines.add((int) line.getStartingLineNumber());
            }
        } catch (CsvParseException e) {
            throw new RefusedFileException(source.file(), "broken CSV (" + reason(e) + ")", "well-formed CSV");
        } catch (IOException | UncheckedIOException e) {
            throw refuseText(source.file(), e);
        }
        if (rows.isEmpty()) {
            throw new RefusedFileException(source.file(), "no rows of data", "a header and at least one row");
        }
        String kind = switch (source.kind()) {
            case CSV -> "CSV";
            case GZIPPED_CSV -> "gzipped CSV";
            case ZIPPED_CSV -> "zipped CSV";
            case PARQUET -> throw new IllegalArgumentException("source must be CSV, was Parquet");
        };
        return new RawTable(source.file(), source.name(), header, rows, lines, kind);
    }

    private static void requireWidth(Path file, CsvRecord line, int width) {
        if (line.getFieldCount() != width) {
            throw new RefusedFileException(
                    file,
                    "line " + line.getStartingLineNumber(),
                    line.getFieldCount() + " cells",
                    width + " as in the header");
        }
    }

    /** Looks at the first line: the first separator of the list that it holds. */
    private static char separator(SourceFile source) {
        try (BufferedReader reader = new BufferedReader(text(source))) {
            String first = reader.readLine();
            if (first != null) {
                for (char separator : SEPARATORS) {
                    if (first.indexOf(separator) >= 0) {
                        return separator;
                    }
                }
            }
        } catch (IOException e) {
            throw refuseText(source.file(), e);
        }
        throw new RefusedFileException(
                source.file(), "line 1", "no comma, semicolon or tab", "a header of at least two columns");
    }

    /** The text without its byte order mark; malformed UTF-8 is an error and not a question mark. */
    private static Reader text(SourceFile source) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(
                source.stream(),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    private static RefusedFileException refuseText(Path file, Exception error) {
        Throwable cause = error.getCause() == null ? error : error.getCause();
        return cause instanceof CharacterCodingException || error instanceof CharacterCodingException
                ? new RefusedFileException(file, "bytes that are not UTF-8", "UTF-8 text")
                : new RefusedFileException(file, "an error on reading it (" + cause + ")", "a readable file");
    }

    private static String reason(CsvParseException e) {
        Throwable cause = e.getCause();
        return cause == null || cause.getMessage() == null ? String.valueOf(e.getMessage()) : cause.getMessage();
    }
}
