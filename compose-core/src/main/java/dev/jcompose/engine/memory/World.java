package dev.jcompose.engine.memory;

import dev.jcompose.engine.EngineException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * All that exists. One lock guards it: everything here is called with it held, or takes it. Time is a counter: each
 * event is a millisecond after the one before.
 */
final class World {
    static final String ADDRESS = "memory:";

    private final Program program;
    private final List<String> writes = new ArrayList<>();
    private final MemoryEvents events = new MemoryEvents(this);
    private final MemoryImages images = new MemoryImages(this);
    private final MemoryVolumes volumes = new MemoryVolumes(this);
    private final MemoryNetworks networks = new MemoryNetworks(this);
    private final MemoryContainers containers = new MemoryContainers(this);
    private final MemoryExecs execs = new MemoryExecs(this);
    private long ticks;
    private long identities;
    private long changes;
    private boolean closed;

    World(Program program) {
        this.program = program;
    }

    Program program() {
        return program;
    }

    MemoryEvents events() {
        return events;
    }

    MemoryImages images() {
        return images;
    }

    MemoryVolumes volumes() {
        return volumes;
    }

    MemoryNetworks networks() {
        return networks;
    }

    MemoryContainers containers() {
        return containers;
    }

    MemoryExecs execs() {
        return execs;
    }

    synchronized Instant now() {
        return Instant.ofEpochSecond(1_000_000_000L).plusMillis(++ticks);
    }

    /** 64 hexadecimal digits, never the same, and different at their beginnings. */
    synchronized String newId() {
        return String.format(Locale.ROOT, "%012x%052x", ++identities * 0x9e3779b97f4aL & 0xffffffffffffL, identities);
    }

    /** Notes a change: {@code container}, {@code create}, {@code shop-web-1}. */
    synchronized void wrote(String kind, String verb, String name) {
        writes.add(kind + " " + verb + " " + name);
    }

    synchronized List<String> writes() {
        return List.copyOf(writes);
    }

    synchronized void happened(String type, String action, String id, Map<String, String> attributes) {
        events.publish(type, action, id, new LinkedHashMap<>(attributes));
        changed();
    }

    /** Wakes whoever waits for something that is no event, such as output. */
    synchronized void changed() {
        changes++;
        notifyAll();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    synchronized void close() {
        closed = true;
        changed();
    }

    /** Waits until something has changed. */
    synchronized void awaitChange(String operation, String resource) {
        long seen = changes;
        try {
            while (changes == seen) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException.Interrupted(operation, resource, ADDRESS);
        }
    }

    static EngineException notFound(String operation, String kind, String name) {
        return new EngineException.NotFound(operation, kind + " " + name, "No such " + kind + ": " + name, ADDRESS);
    }

    static EngineException conflict(String operation, String kind, String name, String reason) {
        return new EngineException.Conflict(operation, kind + " " + name, reason, ADDRESS);
    }

    static EngineException rejected(String operation, String kind, String name, int status, String reason) {
        return new EngineException.Rejected(operation, kind + " " + name, status, reason, ADDRESS);
    }

    /** Whether labels meet a filter's {@code name} or {@code name=value} entries, all of them. */
    static boolean matches(Map<String, String> labels, List<String> wanted) {
        for (String entry : wanted) {
            int equals = entry.indexOf('=');
            String name = equals < 0 ? entry : entry.substring(0, equals);
            String value = labels.get(name);
            if (value == null || (equals >= 0 && !value.equals(entry.substring(equals + 1)))) {
                return false;
            }
        }
        return true;
    }
}
