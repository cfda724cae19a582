package io.phoenix.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.local.platform.PortName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One machine for all tests of the module, and its platform, started for those that ask for it. */
final class SharedPlatform implements ParameterResolver {
    private static final String KEY = "machine";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return Set.of(Platform.class, Readme.class)
                .contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Shared shared =
                context.getRoot().getStore(Namespace.GLOBAL).computeIfAbsent(KEY, key -> Shared.fresh(), Shared.class);
        return parameter.getParameter().getType() == Readme.class ? shared.readme() : shared.running();
    }

    /** One machine, cleaned when the last test is over. */
    private record Shared(Platform platform, Readme readme) implements AutoCloseable {

        static Shared fresh() {
            Machine machine = Machine.fresh();
            return new Shared(new Platform(machine), new Readme(machine));
        }

        /** The platform, started unless it runs. */
        Platform running() {
            if (platform.machine().processes().part("supervisor").isEmpty()) {
                start();
            }
            return platform;
        }

        private void start() {
            List<String> command = new ArrayList<>(List.of("up", "--time-scale", Platform.TIME_SCALE));
            command.addAll(freePorts());
            Answer up = platform.phoenix(command.toArray(String[]::new));
            if (up.code() != 0) {
                // Its directory stays: the logs say why.
                platform.done("down");
                throw new AssertionError("no platform in " + platform.machine().home() + ": " + up);
            }
        }

        /** Given ones, other than those that the platform has chosen itself before. */
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
