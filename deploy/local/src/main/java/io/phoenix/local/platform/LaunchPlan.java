package io.phoenix.local.platform;

import java.util.EnumMap;
import java.util.Map;

/**
 * What {@code up} decided and the supervisor carries out.
 *
 * @param source root of the source tree
 * @param applications directory of the applications that run
 * @param ports by option name
 * @param tools path by tool name
 * @param versions by part
 * @param timeScale factor on every wait of experiments
 */
public record LaunchPlan(
        String source,
        String applications,
        String installation,
        Map<String, Integer> ports,
        Map<String, String> tools,
        Map<String, String> versions,
        double timeScale) {
    public LaunchPlan {
        ports = Map.copyOf(ports);
        tools = Map.copyOf(tools);
        versions = Map.copyOf(versions);
    }

    /** The same plan with the tools that were found. */
    LaunchPlan with(ToolPaths found) {
        return new LaunchPlan(source, applications, installation, ports, found.paths(), found.versions(), timeScale);
    }

    /** Path of a tool; empty while the tools are still being fetched. */
    String tool(String name) {
        return tools.getOrDefault(name, "");
    }

    /** The ports as the parts ask for them. */
    Ports portsByName() {
        Map<PortName, Integer> byName = new EnumMap<>(PortName.class);
        for (PortName name : PortName.values()) {
            Integer port = ports.get(name.optionName());
            if (port != null) {
                byName.put(name, port);
            }
        }
        return new Ports(byName);
    }
}
