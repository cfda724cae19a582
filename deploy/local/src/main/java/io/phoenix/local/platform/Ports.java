package io.phoenix.local.platform;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.process.PortAllocator;
import io.phoenix.process.RunDirectory;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Which port every part listens on. */
public record Ports(Map<PortName, Integer> byName) {
    private static final int TRIES = 200;

    public Ports {
        byName = Map.copyOf(byName);
    }

    public int of(PortName name) {
        Integer port = byName.get(name);
        if (port == null) {
            throw new IllegalArgumentException("no port for " + name);
        }
        return port;
    }

    /**
     * Reserves a port for every name. A given one that is busy is an error naming the holder; a usual one that is busy moves
     * to the next free one. What was reserved before and is free is kept, so that addresses survive a restart.
     *
     * @param given chosen by the user
     * @param ours whether the part that listens under this name is our own
     */
    static Ports reserve(
            PortAllocator allocator,
            RunDirectory owner,
            Map<PortName, Integer> given,
            java.util.function.Predicate<PortName> ours) {
        Map<PortName, Integer> ports = new EnumMap<>(PortName.class);
        for (PortName name : PortName.values()) {
            Integer wanted = given.get(name);
            ports.put(
                    name,
                    wanted != null ? fixed(allocator, owner, name, wanted, ours) : usual(allocator, owner, name, ours));
        }
        return new Ports(ports);
    }

    private static int fixed(
            PortAllocator allocator,
            RunDirectory owner,
            PortName name,
            int wanted,
            java.util.function.Predicate<PortName> ours) {
        boolean reserved = allocator.find(owner, name.optionName()).equals(Optional.of(wanted));
        if (reserved && ours.test(name)) {
            return wanted;
        }
        return allocator.reserve(owner, name.optionName(), wanted);
    }

    private static int usual(
            PortAllocator allocator, RunDirectory owner, PortName name, java.util.function.Predicate<PortName> ours) {
        Optional<Integer> before = allocator.find(owner, name.optionName());
        if (before.isPresent() && (ours.test(name) || PortAllocator.isFree(before.get()))) {
            return before.get();
        }
        for (int port = name.usual(); port < name.usual() + TRIES; port++) {
            if (PortAllocator.isFree(port)) {
                try {
                    return allocator.reserve(owner, name.optionName(), port);
                } catch (FinalException e) {
                    if (e.code() != ErrorCode.PORT_TAKEN) {
                        throw e;
                    }
                }
            }
        }
        throw new FinalException(
                ErrorCode.PORT_TAKEN,
                "no port from %d to %d is free for %s: give one with --%s-port"
                        .formatted(name.usual(), name.usual() + TRIES - 1, name.optionName(), name.optionName()));
    }
}
