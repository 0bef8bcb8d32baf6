package io.mts1b.platform.config;

import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.PropertyNamingStrategies.NamingBase;

/** How the components of records are written as keys: {@code connectTimeout} is {@code connect_timeout}. */
final class KeyNames extends NamingBase {

    private static final long serialVersionUID = 1L;

    private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    @Override
    public String translate(String name) {
        return WORD_START.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
    }
}
