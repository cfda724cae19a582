package io.phoenix.tools;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ReleaseArchiveTest {
    private static final String ARCHIVE = "/tiny/v3.1.4/tiny-3.1.4.tar.gz";
    private static final String CHECKSUMS = "/tiny/v3.1.4/sums.txt";

    @TempDir
    Path root;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;
    private Sandbox sandbox;

    @BeforeEach
    void aReleaseServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
        sandbox = new Sandbox(root)
                .with(
                        "PHOENIX_RELEASES",
                        "http://127.0.0.1:" + server.getAddress().getPort())
                .describe("release.archive=https://releases.invalid" + ARCHIVE)
                .describe("release.checksums=https://releases.invalid" + CHECKSUMS)
                .describe("release.member=tiny");
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.close();
    }

    @Test
    void unpacksAnArchiveThatHasTheChecksumOfItsRelease() throws Exception {
        byte[] archive = archive("tiny-3.1.4/tiny", "the program");
        serve(CHECKSUMS, 200, "0000  other.tar.gz\n" + sum(archive) + "  tiny-3.1.4.tar.gz\n");
        serve(ARCHIVE, 200, archive);

        assertThat(fetch()).hasValueSatisfying(binary -> assertThat(binary).hasContent("the program"));
    }

    @Test
    void refusesAnArchiveWithAnotherChecksum() throws Exception {
        byte[] archive = archive("tiny", "something else");
        serve(CHECKSUMS, 200, "0".repeat(64) + "  tiny-3.1.4.tar.gz");
        serve(ARCHIVE, 200, archive);

        assertThat(fetch()).isEmpty();
        assertThat(reason()).contains("has the checksum " + sum(archive), "its release says 0000");
        assertThat(sandbox.work().resolve("tiny")).doesNotExist();
    }

    @Test
    void turnsAwayFromAPageThatSaysNo() throws Exception {
        serve(CHECKSUMS, 403, "<html>blocked by policy</html>");

        assertThat(fetch()).isEmpty();
        assertThat(reason()).contains("127.0.0.1 answered 403");
    }

    @Test
    void turnsAwayFromAPageInPlaceOfTheChecksums() throws Exception {
        serve(CHECKSUMS, 200, "<html>please log in</html>");

        assertThat(fetch()).isEmpty();
        assertThat(reason()).contains("sums.txt does not name tiny-3.1.4.tar.gz");
    }

    @Test
    void turnsAwayFromAPageInPlaceOfTheArchive() throws Exception {
        serve(CHECKSUMS, 200, "0".repeat(64) + "  tiny-3.1.4.tar.gz");
        serve(ARCHIVE, 200, "<html>please log in</html>");

        assertThat(fetch()).isEmpty();
        assertThat(reason()).contains("has the checksum");
    }

    @Test
    void turnsAwayFromAChecksumFileWithoutEnd() {
        serve(CHECKSUMS, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (end.getCount() > 0) {
                exchange.getResponseBody().write(new byte[1 << 16]);
            }
        });

        assertThat(fetch()).isEmpty();
        assertThat(reason()).containsAnyOf("exceeds", "no complete answer");
    }

    @Test
    void turnsAwayFromAServerThatDoesNotAnswer() {
        serve(CHECKSUMS, exchange -> await());

        assertThat(fetch(Sandbox.SHORT)).isEmpty();
        assertThat(reason()).contains("no complete answer from 127.0.0.1");
    }

    @Test
    void turnsAwayFromAServerThatFallsSilentInTheArchive() throws Exception {
        serve(CHECKSUMS, 200, "0".repeat(64) + "  tiny-3.1.4.tar.gz");
        serve(ARCHIVE, exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(new byte[100]);
            exchange.getResponseBody().flush();
            await();
        });

        assertThat(fetch(new Download.Limits(
                        Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofMillis(700), Duration.ofSeconds(20))))
                .isEmpty();
        assertThat(reason()).contains("127.0.0.1 sent", "then was given up");
    }

    @Test
    void turnsAwayFromATruncatedArchive() throws Exception {
        byte[] archive = archive("tiny", "the program");
        serve(CHECKSUMS, 200, sum(archive) + " *tiny-3.1.4.tar.gz");
        serve(ARCHIVE, exchange -> {
            exchange.sendResponseHeaders(200, archive.length);
            exchange.getResponseBody().write(archive, 0, archive.length / 2);
            exchange.close();
        });

        assertThat(fetch()).isEmpty();
        assertThat(reason()).contains("no release archive");
    }

    @Test
    void turnsAwayFromAnArchiveWithoutTheProgram() throws Exception {
        byte[] archive = archive("tiny-3.1.4/README", "read me");
        serve(CHECKSUMS, 200, sum(archive) + "  tiny-3.1.4.tar.gz");
        serve(ARCHIVE, 200, archive);

        assertThat(fetch()).isEmpty();
        assertThat(reason()).contains("has no tiny in it");
    }

    @Test
    void turnsAwayFromAFileThatIsNoArchive() throws Exception {
        byte[] text = "not a gzip file".getBytes(UTF_8);
        serve(CHECKSUMS, 200, sum(text) + "  tiny-3.1.4.tar.gz");
        serve(ARCHIVE, 200, text);

        assertThat(fetch()).isEmpty();
        assertThat(reason()).contains("not in the .gz format");
    }

    @Test
    void followsARedirect() throws Exception {
        byte[] archive = archive("tiny", "the program");
        serve(CHECKSUMS, 200, sum(archive) + "  tiny-3.1.4.tar.gz");
        serve(ARCHIVE, exchange -> {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(302, -1);
        });
        serve("/elsewhere", 200, archive);

        assertThat(fetch()).isPresent();
    }

    @Test
    void goesThroughTheProxyOfTheEnvironment() throws Exception {
        byte[] archive = archive("tiny", "the program");
        // A proxy gets the whole address in the request line, of which the server here looks at the path only.
        serve(CHECKSUMS, 200, sum(archive) + "  tiny-3.1.4.tar.gz");
        serve(ARCHIVE, 200, archive);
        sandbox.with("http_proxy", sandbox.environment.get("PHOENIX_RELEASES"))
                .with("PHOENIX_RELEASES", "http://releases.invalid");

        assertThat(fetch()).isPresent();
    }

    @Test
    void doesNotUseTheProxyForAnExcludedHost() {
        sandbox.with("http_proxy", sandbox.environment.get("PHOENIX_RELEASES"))
                .with("NO_PROXY", "example.org, .invalid")
                .with("PHOENIX_RELEASES", "http://releases.invalid");

        assertThat(fetch()).isEmpty();
        assertThat(reason()).doesNotContain("answered");
    }

    @Test
    void turnsAwayWhenNobodyListens() {
        server.stop(0);

        assertThat(fetch()).isEmpty();
        assertThat(reason()).contains("no release archive");
    }

    @Test
    void namesAVariableThatIsNoAddress() {
        sandbox.with("PHOENIX_RELEASES", "ftp://mirror");
        assertThat(fetch()).isEmpty();
        assertThat(reason()).contains("PHOENIX_RELEASES is ftp://mirror, which is no http address");

        sandbox.with("PHOENIX_RELEASES", "").with("HTTPS_PROXY", "not an address");
        assertThat(fetch()).isEmpty();
        assertThat(reason()).contains("https_proxy is not an address, which is no http address");
    }

    @Test
    void namesCertificatesThatCannotBeRead() {
        sandbox.with("SSL_CERT_FILE", "/no/such/file");

        assertThat(fetch()).isEmpty();
        assertThat(reason()).contains("SSL_CERT_FILE is /no/such/file");
    }

    @Test
    void becomesTheToolWithoutGo() throws Exception {
        byte[] archive = archive("tiny", "the program");
        serve(CHECKSUMS, 200, sum(archive) + "  tiny-3.1.4.tar.gz");
        serve(ARCHIVE, 200, archive);
        Tools tools = sandbox.withBarePath().tools();

        assertThat(tools.resolve(ToolName.PROMETHEUS).source()).isEqualTo(ToolSource.RELEASE);
        assertThat(tools.resolve(ToolName.PROMETHEUS).source()).isEqualTo(ToolSource.CACHE);
    }

    private Optional<Path> fetch() {
        return fetch(Sandbox.PATIENT);
    }

    private Optional<Path> fetch(Download.Limits limits) {
        return new ReleaseArchive(sandbox.environment, limits).fetch(sandbox.tool(), sandbox.work(), sandbox);
    }

    private String reason() {
        return sandbox.said.getLast();
    }

    private void serve(String path, int status, String body) {
        serve(path, status, body.getBytes(UTF_8));
    }

    private void serve(String path, int status, byte[] body) {
        serve(path, exchange -> {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        });
    }

    private void serve(String path, HttpHandler handler) {
        server.createContext(path, (HttpExchange exchange) -> {
            try (exchange) {
                handler.handle(exchange);
            }
        });
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] archive(String member, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
            TarArchiveEntry entry = new TarArchiveEntry(member);
            entry.setSize(content.length());
            tar.putArchiveEntry(entry);
            tar.write(content.getBytes(UTF_8));
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    private static String sum(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
