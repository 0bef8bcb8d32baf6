package io.mts1b.platform.messaging;

import java.util.List;

/** Where messages go: one chat, by whatever service. Thread-safe. */
public interface Channel {

    /**
     * Returns how long a page may be.
     *
     * @return the most characters of text (UTF-16), at least 100
     */
    int pageLength();

    /**
     * Posts a page, and returns when the service has it.
     *
     * @param page pieces of text, in order, together 1 to {@link #pageLength()} characters
     * @throws ChannelException if the service does not have it, or it is not known
     */
    void post(List<Span> page);
}
