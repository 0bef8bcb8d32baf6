package io.mts1b.platform.json;

import io.mts1b.foundation.Quoted;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.TextValue;
import io.mts1b.foundation.numbers.DecimalColumn;
import io.mts1b.foundation.numbers.ExchangeRates;
import io.mts1b.foundation.orders.OrderTransitionException;
import io.mts1b.foundation.orders.OrderTransitions;
import io.mts1b.foundation.orders.TradingCosts;
import io.mts1b.foundation.risk.ApprovedOrder;
import io.mts1b.foundation.risk.Approver;
import io.mts1b.foundation.symbology.CurrencyPairs;
import io.mts1b.foundation.time.MarketCalendar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** The public classes of foundation, as they stand in its jar or folder: a new one is found by itself. */
final class FoundationClasses {

    /** What is not a value: ports, rules, columns of tables, and the approval that nobody may read from a text. */
    private static final List<Class<?>> NO_VALUES = List.of(
            Quoted.class,
            Require.class,
            TextValue.class,
            DecimalColumn.class,
            ExchangeRates.class,
            CurrencyPairs.class,
            OrderTransitionException.class,
            OrderTransitions.class,
            TradingCosts.class,
            ApprovedOrder.class,
            Approver.class,
            MarketCalendar.class);

    private FoundationClasses() {}

    /** Returns every public class that must have a JSON form, builders left out. */
    static List<Class<?>> all() {
        try {
            URI home = TextValue.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            if (Files.isDirectory(Path.of(home))) {
                return in(Path.of(home));
            }
            try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + home), Collections.emptyMap())) {
                return in(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Class<?>> in(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
                    .sorted()
                    .<Class<?>>map(name -> load(name.substring(0, name.length() - ".class".length())))
                    .filter(type -> isPublic(type) && !NO_VALUES.contains(type))
                    .filter(type -> !type.getSimpleName().endsWith("Builder"))
                    .toList();
        }
    }

    private static boolean isPublic(Class<?> type) {
        Class<?> outer = type.getDeclaringClass();
        return Modifier.isPublic(type.getModifiers()) && !type.isAnonymousClass() && (outer == null || isPublic(outer));
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name.replace('/', '.'), false, TextValue.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
