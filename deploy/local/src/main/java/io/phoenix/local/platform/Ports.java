package io.phoenix.local.platform;

import java.util.Map;

/** Which port every part listens on. */
public record Ports(Map<PortName, Integer> byName) {
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
}
