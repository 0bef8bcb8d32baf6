package io.mts1b.contracts;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A second definition of each of the 17 concepts, twice: under its own name, and under another with the library's help. */
final class ConceptPlants {

    /**
     * One class to plant in {@code io.mts1b.portfolio}; the line to be reported ends in {@code // here}.
     */
    record Plant(int concept, String name, String home, String source) {

        private static final Pattern TYPE = Pattern.compile("(?:class|record|interface|enum) (\\w+)");

        String path() {
            Matcher matcher = TYPE.matcher(source);
            if (!matcher.find()) {
                throw new IllegalArgumentException("source must declare a type, was " + source);
            }
            return "portfolio/src/main/java/io/mts1b/portfolio/" + matcher.group(1) + ".java";
        }

        String code() {
            return "package io.mts1b.portfolio;\n\n" + source;
        }

        String place() {
            List<String> lines = code().lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).endsWith("// here")) {
                    return path() + ":" + (i + 1);
                }
            }
            throw new IllegalArgumentException("source must mark the line to be reported, was " + source);
        }

        @Override
        public String toString() {
            return concept + " " + path().substring(path().lastIndexOf('/') + 1);
        }
    }

    private ConceptPlants() {}

    static List<Plant> byName() {
        return List.of(
                plant(1, "Hierarchical risk parity", "io.mts1b.quantkit.allocation", """
                        final class HrpWeights { // here
                            double[] equal(int n) {
                                return new double[n];
                            }
                        }
                        """),
                plant(2, "Black-Litterman", "io.mts1b.quantkit.allocation", """
                        final class Views {
                            double blackLitterman(double prior, double view) { // here
                                return (prior + view) / 2;
                            }
                        }
                        """),
                plant(3, "Walk-forward", "io.mts1b.quantkit.validation", """
                        record PurgedKFold(int folds, int embargo) {} // here
                        """),
                plant(4, "Sharpe, Calmar, max drawdown", "io.mts1b.quantkit.metrics", """
                        final class Curve {
                            static double maxDrawDown(double[] equity) { // here
                                double peak = 0;
                                double worst = 0;
                                for (double value : equity) {
                                    peak = Math.max(peak, value);
                                    worst = Math.max(worst, 1 - value / peak);
                                }
                                return worst;
                            }
                        }
                        """),
                plant(5, "Kelly and volatility-target sizing", "io.mts1b.portfolio.sizing", """
                        final class Bets {
                            static double kellyFraction(double edge, double odds) { // here
                                return edge / odds;
                            }
                        }
                        """),
                plant(6, "Telegram and Slack dispatch", "io.mts1b.platform.messaging", """
                        interface TelegramNotifier { // here
                            void send(String text);
                        }
                        """),
                plant(7, "Fee, slippage and commission models", "io.mts1b.quantkit.costmodels", """
                        enum CommissionModel { // here
                            FLAT,
                            TIERED
                        }
                        """),
                plant(8, "Calendars, holidays, sessions", "io.mts1b.platform.calendars", """
                        final class Days {
                            static boolean isHoliday(java.time.LocalDate day) { // here
                                return day.getDayOfYear() == 1;
                            }
                        }
                        """),
                plant(9, "Symbol normalisation", "io.mts1b.platform.symbology", """
                        final class Names {
                            static String normalizeSymbol(String text) { // here
                                return text.strip().replace('-', '/');
                            }
                        }
                        """),
                plant(10, "ADV and liquidity filters", "io.mts1b.quantkit.universefilters", """
                        record LiquidityFilter(double least) {} // here
                        """),
                plant(11, "Logging set-up", "io.mts1b.platform.logging", """
                        final class LoggingSetup {} // here
                        """),
                plant(12, "Configuration", "io.mts1b.platform.config", """
                        final class Start {
                            static java.util.List<String> loadConfig(java.nio.file.Path file) throws java.io.IOException { // here
                                return java.nio.file.Files.readAllLines(file);
                            }
                        }
                        """),
                plant(13, "Database pools", "io.mts1b.platform.db", """
                        final class ConnectionPool {} // here
                        """),
                plant(14, "Retry and back-off", "io.mts1b.platform.retry", """
                        record ExponentialBackoff(long firstMillis, double factor) {} // here
                        """),
                plant(15, "Rate limiters", "io.mts1b.platform.ratelimit", """
                        final class Feed {
                            static final class TokenBucket {} // here
                        }
                        """),
                plant(16, "HTTP clients", "io.mts1b.platform.http", """
                        interface HttpClient {} // here
                        """),
                plant(17, "Secret redaction", "io.mts1b.platform.security", """
                        final class Prints {
                            static String redact(String text) { // here
                                return text.replaceAll("key=\\\\S+", "key=");
                            }
                        }
                        """));
    }

    static List<Plant> byMeans() {
        return List.of(
                plant(1, "Hierarchical risk parity", "io.mts1b.quantkit.allocation", """
                        final class TreeWeights {
                            double height(io.mts1b.quantkit.clustering.Linkage node) {
                                return node.height(); // here
                            }
                        }
                        """),
                plant(2, "Black-Litterman", "io.mts1b.quantkit.allocation", """
                        final class Blend {
                            Object prior() {
                                return new org.ojalgo.finance.portfolio.BlackLittermanModel(); // here
                            }
                        }
                        """),
                plant(3, "Walk-forward", "io.mts1b.quantkit.validation", """
                        final class Folds {
                            int[][] of(int n) {
                                return smile.validation.CrossValidation.of(n, 5); // here
                            }
                        }
                        """),
                plant(4, "Sharpe, Calmar, max drawdown", "io.mts1b.quantkit.metrics", """
                        final class Skill {
                            double yearly(double mean, double deviation) {
                                return mean / deviation * Math.sqrt(252); // here
                            }
                        }
                        """),
                plant(5, "Kelly and volatility-target sizing", "io.mts1b.portfolio.sizing", """
                        final class Growth {
                            double[] best(org.ojalgo.matrix.task.SolverTask task, double[][] covariance, double[] means) {
                                return task.solve(covariance, means); // here
                            }
                        }
                        """),
                plant(6, "Telegram and Slack dispatch", "io.mts1b.platform.messaging", """
                        final class Bell {
                            String ring(String token) {
                                return "https://api.telegram.org/bot" + token + "/sendMessage"; // here
                            }
                        }
                        """),
                plant(7, "Fee, slippage and commission models", "io.mts1b.quantkit.costmodels", """
                        final class Friction {
                            Object tenBasisPoints() {
                                return new org.ta4j.core.analysis.cost.LinearTransactionCostModel(0.001); // here
                            }
                        }
                        """),
                plant(8, "Calendars, holidays, sessions", "io.mts1b.platform.calendars", """
                        final class Openings {
                            Object newYork() {
                                return com.opengamma.strata.basics.date.HolidayCalendarIds.USNY; // here
                            }
                        }
                        """),
                plant(9, "Symbol normalisation", "io.mts1b.platform.symbology", """
                        final class Coins {
                            String common(String venue) {
                                return venue.equals("XBT") ? "BTC" : venue; // here
                            }
                        }
                        """),
                plant(10, "ADV and liquidity filters", "io.mts1b.quantkit.universefilters", """
                        final class Depth {
                            int bars() {
                                return new org.ta4j.core.indicators.volume.VWAPIndicator(20).bars(); // here
                            }
                        }
                        """),
                plant(11, "Logging set-up", "io.mts1b.platform.logging", """
                        final class Quiet {
                            void down(Object factory) {
                                ((ch.qos.logback.classic.LoggerContext) factory).reset(); // here
                            }
                        }
                        """),
                plant(12, "Configuration", "io.mts1b.platform.config", """
                        final class Where {
                            String home() {
                                return System.getenv("FUND_HOME"); // here
                            }
                        }
                        """),
                plant(13, "Database pools", "io.mts1b.platform.db", """
                        final class Store {
                            java.sql.Connection open() throws java.sql.SQLException {
                                return java.sql.DriverManager.getConnection("jdbc:h2:mem:"); // here
                            }
                        }
                        """),
                plant(14, "Retry and back-off", "io.mts1b.platform.retry", """
                        final class Stubborn {
                            void push(java.util.concurrent.Callable<Boolean> task) throws Exception {
                                while (!task.call()) {
                                    pause(); // here
                                }
                            }

                            private static void pause() throws InterruptedException {
                                Thread.sleep(100);
                            }
                        }
                        """),
                plant(15, "Rate limiters", "io.mts1b.platform.ratelimit", """
                        final class Slow {
                            void down() {
                                com.google.common.util.concurrent.RateLimiter.create(10).acquire(); // here
                            }
                        }
                        """),
                plant(16, "HTTP clients", "io.mts1b.platform.http", """
                        final class Fetch {
                            java.util.function.Supplier<java.net.http.HttpClient> web() {
                                return java.net.http.HttpClient::newHttpClient; // here
                            }
                        }
                        """),
                plant(17, "Secret redaction", "io.mts1b.platform.security", """
                        final class Dots {
                            String shown(String account) {
                                return account.charAt(0) + "***"; // here
                            }
                        }
                        """));
    }

    private static Plant plant(int concept, String name, String home, String source) {
        return new Plant(concept, name, home, source);
    }
}
