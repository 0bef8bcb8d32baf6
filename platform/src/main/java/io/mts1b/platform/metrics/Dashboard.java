package io.mts1b.platform.metrics;

import io.mts1b.foundation.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A dashboard of Grafana for one service, made of what the service shows on {@code /metrics}: a panel for each family of
 * meters, what is counted as a rate and what is timed as its mean and its greatest, first our own and then the process's.
 */
public final class Dashboard {

    private static final Pattern LINE = Pattern.compile("# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.*)");
    private static final Pattern SERVICE = Pattern.compile("[{,]service=\"([^\"]*)\"");
    /** The names of Grafana are not in the style of ours, so they are written one by one. */
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final String OURS = "mts1b_";
    private static final int SCHEMA = 41;
    private static final int WIDTH = 12;
    private static final int HEIGHT = 8;

    private record Family(String name, String kind, String help) {}

    private Dashboard() {}

    /**
     * Makes the dashboard.
     *
     * @param metrics the text of {@code /metrics}
     * @return the model of the dashboard as JSON, to be imported into Grafana
     * @throws IllegalArgumentException if there is no family of meters, or it is not said whose they are
     */
    public static String of(String metrics) {
        Matcher service = SERVICE.matcher(metrics);
        Require.that(service.find(), "metrics must have a label service, had none");
        String name = service.group(1);
        ObjectNode model = NODES.objectNode();
        model.put("uid", "mts1b-" + name)
                .put("title", "MTS1B " + name)
                .put("schemaVersion", SCHEMA)
                .put("editable", true)
                .put("refresh", "10s");
        model.putObject("time").put("from", "now-1h").put("to", "now");
        model.putObject("templating")
                .putArray("list")
                .addObject()
                .put("name", "source")
                .put("label", "Prometheus")
                .put("type", "datasource")
                .put("query", "prometheus");
        ArrayNode panels = model.putArray("panels");
        families(metrics).forEach(family -> panel(panels.addObject(), family, name, panels.size()));
        Require.that(!panels.isEmpty(), "metrics must have lines # TYPE, had none");
        return model.toPrettyString() + "\n";
    }

    /** Reads families by name, ours first; the greatest of a timer belongs to the timer. */
    private static List<Family> families(String metrics) {
        Map<String, String> kinds = new TreeMap<>(
                (a, b) -> a.startsWith(OURS) == b.startsWith(OURS) ? a.compareTo(b) : a.startsWith(OURS) ? -1 : 1);
        Map<String, String> helps = new TreeMap<>();
        for (String line : metrics.lines().toList()) {
            Matcher comment = LINE.matcher(line);
            if (comment.matches()) {
                (comment.group(1).equals("TYPE") ? kinds : helps).put(comment.group(2), comment.group(3));
            }
        }
        List<Family> families = new ArrayList<>();
        kinds.forEach((name, kind) -> {
            boolean ofTimer = name.endsWith("_max") && kinds.containsKey(name.substring(0, name.length() - 4));
            if (!ofTimer) {
                families.add(new Family(name, kind, helps.getOrDefault(name, "")));
            }
        });
        return families;
    }

    private static void panel(ObjectNode panel, Family family, String service, int number) {
        String name = family.name();
        panel.put("id", number)
                .put("title", name)
                .put("description", family.help())
                .put("type", "timeseries");
        source(panel);
        panel.putObject("gridPos")
                .put("x", (number - 1) % 2 * WIDTH)
                .put("y", (number - 1) / 2 * HEIGHT)
                .put("w", WIDTH)
                .put("h", HEIGHT);
        panel.putObject("fieldConfig").putObject("defaults").put("unit", unit(name, family.kind()));
        ArrayNode targets = panel.putArray("targets");
        String labels = "{service=\"" + service + "\"}";
        switch (family.kind()) {
            case "counter" -> target(targets, "A", rate(name + labels), "__auto");
            case "summary", "histogram" -> {
                String calls = rate(name + "_count" + labels);
                target(targets, "A", rate(name + "_sum" + labels) + " / " + calls, "mean");
                target(targets, "B", name + "_max" + labels, "max");
                target(targets, "C", calls, "per s");
            }
            default -> target(targets, "A", name + labels, "__auto");
        }
    }

    private static void target(ArrayNode targets, String id, String expression, String legend) {
        ObjectNode target = targets.addObject().put("refId", id);
        source(target);
        target.put("expr", expression).put("legendFormat", legend);
    }

    private static void source(ObjectNode of) {
        of.putObject("datasource").put("type", "prometheus").put("uid", "${source}");
    }

    private static String rate(String series) {
        return "rate(" + series + "[$__rate_interval])";
    }

    private static String unit(String name, String kind) {
        String base = name.endsWith("_total") ? name.substring(0, name.length() - "_total".length()) : name;
        boolean rate = kind.equals("counter");
        if (base.endsWith("_bytes")) {
            return rate ? "Bps" : "bytes";
        }
        if (base.endsWith("_seconds")) {
            return rate ? "percentunit" : "s";
        }
        return rate ? "cps" : "short";
    }
}
