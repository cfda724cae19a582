package io.phoenix.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.local.platform.PortName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts one platform for all tests of the module and stops it after the last one. */
final class SharedPlatform implements ParameterResolver {
    private static final String KEY = "platform";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Platform.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.GLOBAL)
                .computeIfAbsent(KEY, key -> Started.now(), Started.class)
                .platform();
    }

    /** A started platform, stopped when the last test is over. */
    private record Started(Platform platform) implements AutoCloseable {

        static Started now() {
            Platform platform = new Platform(Machine.fresh());
            List<String> command = new ArrayList<>(List.of("up", "--time-scale", Platform.TIME_SCALE));
            command.addAll(freePorts());
            Answer up = platform.phoenix(command.toArray(String[]::new));
            if (up.code() != 0) {
                // Its directory stays: the logs say why.
                platform.done("down");
                throw new AssertionError("no platform in " + platform.machine().home() + ": " + up);
            }
            return new Started(platform);
        }

        /** Given ones, so that another platform that starts on this machine at the same time is not in the way. */
        private static List<String> freePorts() {
            List<String> options = new ArrayList<>();
            List<ServerSocket> held = new ArrayList<>();
            try {
                for (PortName name : PortName.values()) {
                    ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    held.add(socket);
                    options.addAll(
                            List.of("--" + name.optionName() + "-port", Integer.toString(socket.getLocalPort())));
                }
                for (ServerSocket socket : held) {
                    socket.close();
                }
            } catch (IOException e) {
                throw new UncheckedIOException("no free ports", e);
            }
            return options;
        }

        @Override
        public void close() {
            platform.done("down");
            assertThat(platform.machine().processes().alive()).isEmpty();
            platform.machine().delete();
        }
    }
}
