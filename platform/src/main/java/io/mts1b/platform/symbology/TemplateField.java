package io.mts1b.platform.symbology;

import io.mts1b.foundation.Require;

/** What can stand in braces in a {@link Template}. Lengths are bounded, so that a match takes bounded time. */
enum TemplateField {
    /** What is priced. */
    BASE("base", "[A-Z0-9]{1,12}"),
    /** What it is priced in. */
    QUOTE("quote", "[A-Z0-9]{1,12}"),
    /** Both, with nothing between them. */
    PAIR("pair", "[A-Z0-9]{2,24}"),
    /** A family of futures or options. */
    ROOT("root", "[A-Z0-9]{1,8}"),
    /** The same, filled up to six places with blanks. */
    PADDED_ROOT("root6", "[A-Z0-9 ]{6}"),
    /** A share without its class. */
    SHARE("share", "[A-Z0-9]{1,10}"),
    /** The class of a share. */
    CLASS("class", "[A-Z]{1,3}"),
    /** The class of a share that is a letter alone. */
    LETTER("letter", "[A-Z]"),
    /** The letter of a class of preferred shares. */
    SERIES("series", "[A-Z]"),
    /** A day such as 240628. */
    DAY("yymmdd", "[0-9]{6}"),
    /** A day such as 5JUL24. */
    SHORT_DAY("dMONyy", "[0-9]{1,2}[A-Z]{3}[0-9]{2}"),
    /** A day such as 05JUL24. */
    LONG_DAY("ddMONyy", "[0-9]{2}[A-Z]{3}[0-9]{2}"),
    /** The letter of a month. */
    MONTH("M", "[" + FuturesMonth.LETTERS + "]"),
    /** The last digit of a year. */
    YEAR1("y", "[0-9]"),
    /** The last two. */
    YEAR2("yy", "[0-9]{2}"),
    /** All four. */
    YEAR4("yyyy", "[0-9]{4}"),
    /** A strike as it is. */
    STRIKE("strike", "[0-9]{1,12}(?:\\.[0-9]{1,10})?"),
    /** A strike in thousandths, in eight places. */
    STRIKE8("strike8", "[0-9]{8}"),
    /** A strike with a d for its point. */
    STRIKE_D("striked", "[0-9]{1,12}(?:d[0-9]{1,10})?"),
    /** C or P. */
    RIGHT("right", "[CP]");

    private final String word;
    private final String pattern;

    TemplateField(String word, String pattern) {
        this.word = word;
        this.pattern = pattern;
    }

    String pattern() {
        return pattern;
    }

    static TemplateField of(String word) {
        TemplateField found = null;
        for (TemplateField field : values()) {
            if (field.word.equals(word)) {
                found = field;
            }
        }
        return Require.present(found, "unknown field {" + word + "}");
    }
}
