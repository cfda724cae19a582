package io.phoenix.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.PhoenixException;
import io.phoenix.tools.GoCommand.Patience;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class GoBuildTest {
    private static final Patience SHORT =
            new Patience(Duration.ofSeconds(20), Duration.ofMillis(500), Duration.ofMillis(100));

    @TempDir
    Path root;

    private Sandbox sandbox;

    @BeforeEach
    void aSandbox() {
        sandbox = new Sandbox(root);
    }

    @Test
    void saysThatThereIsNoNetwork() {
        goSays("list", """
                echo '# get https://proxy.golang.org/example.org/a/@v/v1.0.0.zip' >&2
                echo 'main.go:3:8: example.org/a@v1.0.0: Get "https://proxy.golang.org": dial tcp: lookup x: no such host' >&2
                exit 1
                """);

        assertUnavailable(this::build)
                .hasMessageContaining("its modules cannot be downloaded (main.go:3:8: example.org/a@v1.0.0")
                .hasMessageContaining("Check the network, GOPROXY, HTTPS_PROXY and SSL_CERT_FILE, or set PHOENIX_TINY");
    }

    @Test
    void givesAModuleProxyUpThatDoesNotAnswer() {
        goSays("list", "sleep 1000");

        assertUnavailable(this::build).hasMessageContaining("its modules cannot be downloaded (nothing has come of it");
        assertThat(sandbox.said).anyMatch(line -> line.contains("still getting its modules, "));
    }

    @Test
    void quotesAModuleThatDoesNotMatchItsChecksum() {
        goSays("list", "echo 'verifying example.org/a@v1.0.0: checksum mismatch' >&2; exit 1");

        assertUnavailable(this::build)
                .hasMessageContaining("its modules cannot be had: verifying example.org/a@v1.0.0");
    }

    @Test
    void quotesTheCompiler() {
        goSays("build", "echo './main.go:5:2: undefined: x' >&2; exit 1");

        assertUnavailable(this::build).hasMessageContaining("its build failed: ./main.go:5:2: undefined: x");
    }

    @Test
    void namesTheExpectedEffortBeforeItStarts() {
        goSays("build", "while [ \"$1\" != -o ]; do shift; done; : > \"$2\"");

        build();

        assertThat(sandbox.said).first().asString().contains("getting the modules of 3.1.4 (a second in all)");
        assertThat(sandbox.said).last().asString().contains("building 3.1.4 for " + Platform.text());
    }

    private Path build() {
        return new GoBuild(sandbox.environment, SHORT).build(sandbox.tool(), sandbox.work(), sandbox);
    }

    private void goSays(String command, String script) {
        sandbox.script("go", """
                case "$1" in
                env) echo go1.26.8 ;;
                %s)
                %s
                ;;
                esac
                """.formatted(command, script));
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertUnavailable(ThrowingCallable build) {
        return assertThatThrownBy(build)
                .isInstanceOfSatisfying(
                        PhoenixException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.TOOL_UNAVAILABLE));
    }
}
