package io.mts1b.platform.service;

import java.util.List;

/** Services did not start or did not stop, for all of these reasons. */
public final class ServiceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> reasons;

    ServiceException(String what, List<String> reasons, List<? extends Throwable> causes) {
        super(what + ": " + String.join("; ", reasons), causes.isEmpty() ? null : causes.getFirst());
        this.reasons = List.copyOf(reasons);
        causes.stream().skip(1).forEach(this::addSuppressed);
    }

    /**
     * Returns every reason.
     *
     * @return a sentence each, beginning with the name of the service
     */
    public List<String> reasons() {
        return reasons;
    }
}
