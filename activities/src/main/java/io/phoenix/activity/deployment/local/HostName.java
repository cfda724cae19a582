package io.phoenix.activity.deployment.local;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What this machine calls itself. */
final class HostName {
    private HostName() {}

    static String here() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            // The name of the machine resolves to no address: it is then no name that others know it by.
            return "localhost";
        }
    }
}
