package io.mts1b.platform.service;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds the order in which services start: what is needed first, and by name where it does not matter. */
final class StartOrder {

    private final Map<String, ServiceProvider> providers = new TreeMap<>();
    private final Set<String> done = new LinkedHashSet<>();
    private final List<ServiceProvider> order = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();

    private StartOrder() {}

    /**
     * Orders services.
     *
     * @throws ServiceException if two have one name, one needs what is not there, or they need each other in a circle;
     *     with every reason
     */
    static List<ServiceProvider> of(List<ServiceProvider> services) {
        StartOrder order = new StartOrder();
        for (ServiceProvider service : services) {
            if (order.providers.putIfAbsent(service.name(), service) != null) {
                order.reasons.add(service.name() + " must be there once, is there twice");
            }
        }
        order.providers.values().forEach(service -> order.visit(service, List.of()));
        if (!order.reasons.isEmpty()) {
            throw new ServiceException("services cannot be ordered", order.reasons, List.of());
        }
        return List.copyOf(order.order);
    }

    private void visit(ServiceProvider service, List<String> path) {
        int before = path.indexOf(service.name());
        if (before >= 0) {
            List<String> circle = new ArrayList<>(path.subList(before, path.size()));
            circle.add(service.name());
            reasons.add(service.name() + " must not need itself, does by " + String.join(" > ", circle));
            return;
        }
        if (done.contains(service.name())) {
            return;
        }
        List<String> here = new ArrayList<>(path);
        here.add(service.name());
        for (String need : service.needs().stream().sorted().toList()) {
            ServiceProvider needed = providers.get(need);
            if (needed == null) {
                reasons.add(service.name() + " needs " + need + ", which is not there");
            } else {
                visit(needed, here);
            }
        }
        if (done.add(service.name())) {
            order.add(service);
        }
    }
}
