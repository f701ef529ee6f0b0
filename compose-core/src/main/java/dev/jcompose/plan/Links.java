package dev.jcompose.plan;

import dev.jcompose.model.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What {@code links} and {@code external_links} come to for the engine: {@code container:alias}. */
final class Links {
    private Links() {
    }

    /** The service of {@code service[:alias]}. */
    static String serviceOf(String link) {
        int colon = link.indexOf(':');
        return colon < 0 ? link : link.substring(0, colon);
    }

    /**
     * @param number
     *            of the container that has the links
     * @param containers
     *            the names of a service's containers
     */
    static List<String> of(Service service, ResourceNames names, int number,
            Function<String, List<String>> containers) {
        List<String> links = new ArrayList<>();
        for (String link : service.networking().links()) {
            String other = serviceOf(link);
            String alias = link.length() > other.length() ? link.substring(other.length() + 1) : other;
            for (String container : containers.apply(other)) {
                links.add(container + ":" + alias);
                links.add(container + ":" + other + names.separator() + number);
                links.add(container + ":" + names.container(other, number));
            }
        }
        for (String link : service.networking().externalLinks()) {
            links.add(link.indexOf(':') < 0 ? link + ":" + link : link);
        }
        return links;
    }
}
