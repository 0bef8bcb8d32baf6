package io.mts1b.reportslibrary.html;

/** Text as it may stand in a page. */
final class Escape {

    private Escape() {}

    /** Returns text for the content of an element or a quoted attribute. */
    static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /**
     * Returns JSON for the content of a script element, which ends at {@code </script} wherever that stands and
     * knows no entities. The characters occur inside strings only, where JSON has another way to write them.
     */
    static String json(String json) {
        return json.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e");
    }
}
