package io.phoenix.local.platform;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.process.PortAllocator;
import io.phoenix.process.RunDirectory;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Chooses the ports of an installation and remembers them, so that addresses survive a restart.
 *
 * @param owner in whose name the ledger keeps them
 * @param claims holds what is chosen until it is listened on
 * @param ours whether the part that listens under this name is our own
 */
record PortReservation(PortAllocator allocator, RunDirectory owner, PortClaims claims, Predicate<PortName> ours) {
    private static final int TRIES = 200;

    /** What is remembered now, by option name. */
    Map<String, Integer> remembered() {
        return allocator.reserved(owner);
    }

    /** Forgets what was chosen since. */
    void restore(Map<String, Integer> remembered) {
        allocator.replace(owner, remembered);
    }

    /**
     * A port for every name. A given one that is busy is an error naming the holder and nothing is remembered; a usual or
     * remembered one that is busy moves to the next free one.
     */
    Ports reserve(Map<PortName, Integer> given) {
        Map<String, Integer> before = remembered();
        Map<PortName, Integer> chosen = new EnumMap<>(PortName.class);
        given.forEach((name, port) -> {
            if (chosen.containsValue(port)) {
                throw new FinalException(
                        ErrorCode.INVALID_REQUEST, "port %d is given twice: every part needs its own".formatted(port));
            }
            if (!mayHave(name, port, before)) {
                throw PortAllocator.taken(port, name.optionName());
            }
            chosen.put(name, port);
        });
        for (PortName name : PortName.values()) {
            if (!chosen.containsKey(name)) {
                chosen.put(name, usual(name, before, chosen));
            }
        }
        Map<String, Integer> byOption = new HashMap<>();
        chosen.forEach((name, port) -> byOption.put(name.optionName(), port));
        allocator.replace(owner, byOption);
        return new Ports(chosen);
    }

    private int usual(PortName name, Map<String, Integer> before, Map<PortName, Integer> chosen) {
        Integer last = before.get(name.optionName());
        if (last != null && !chosen.containsValue(last) && mayHave(name, last, before)) {
            return last;
        }
        for (int port = name.usual(); port < name.usual() + TRIES; port++) {
            if (!chosen.containsValue(port) && mayHave(name, port, before)) {
                return port;
            }
        }
        throw new FinalException(
                ErrorCode.PORT_TAKEN,
                "no port from %d to %d is free for %s: give one with --%s-port"
                        .formatted(name.usual(), name.usual() + TRIES - 1, name.optionName(), name.optionName()));
    }

    private boolean mayHave(PortName name, int port, Map<String, Integer> before) {
        boolean listensAlready = Integer.valueOf(port).equals(before.get(name.optionName())) && ours.test(name);
        return listensAlready || claims.claim(port) && PortAllocator.isFree(port);
    }
}
