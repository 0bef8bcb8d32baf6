package io.mts1b.platform.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A key that a configuration record once had; who still sets it is told what to set instead. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(Removed.All.class)
public @interface Removed {

    /**
     * Returns the key as it was, within the record.
     *
     * @return such as {@code "timeout"}
     */
    String key();

    /**
     * Returns what to do instead.
     *
     * @return such as {@code "set http.connect_timeout and http.read_timeout"}
     */
    String instead();

    /** All removed keys of a record. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface All {

        /**
         * Returns them.
         *
         * @return the keys
         */
        Removed[] value();
    }
}
