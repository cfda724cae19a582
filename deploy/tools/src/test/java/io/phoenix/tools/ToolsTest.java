package io.phoenix.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.phoenix.error.PhoenixException;
import io.phoenix.process.FileMutex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ToolsTest {
    private static final String FAKE_GO = """
            case "$1" in
                env) echo go1.26.8 ;;
                build) while [ "$1" != -o ]; do shift; done; echo "$GOFLAGS $GOTOOLCHAIN" > "$2" ;;
            esac
            """;

    @TempDir
    Path root;

    private Sandbox sandbox;

    @BeforeEach
    void aSandbox() {
        sandbox = new Sandbox(root);
    }

    @Test
    void prefersTheExplicitPathAndAsksItForItsVersion() {
        sandbox.script("tiny", "echo version 3.3.3");
        Path mine = sandbox.script("mine", "echo tiny version 9.9.9");
        Path mute = sandbox.script("mute", "exit 1");

        assertThat(sandbox.with("PHOENIX_TINY", mine.toString()).tools().resolve(ToolName.PROMETHEUS))
                .isEqualTo(new ResolvedTool("tiny", "9.9.9", mine, ToolSource.EXPLICIT));
        assertThat(sandbox.with("PHOENIX_TINY", mute.toString()).tools().resolve(ToolName.PROMETHEUS))
                .isEqualTo(new ResolvedTool("tiny", "unknown", mute, ToolSource.EXPLICIT));
    }

    @Test
    void refusesAnExplicitPathThatIsNoProgram() {
        Tools tools = sandbox.with("PHOENIX_TINY", "/no/such/tiny").tools();

        assertThatThrownBy(() -> tools.resolve(ToolName.PROMETHEUS))
                .isInstanceOf(PhoenixException.class)
                .hasMessage("PHOENIX_TINY is /no/such/tiny, which is no program: correct it or unset it");
    }

    @Test
    void takesAProgramOnPathThatIsNewEnough() {
        Path program = sandbox.script("tiny", "echo tiny version 3.2.0");

        assertThat(sandbox.tools().resolve(ToolName.PROMETHEUS))
                .isEqualTo(new ResolvedTool("tiny", "3.2.0", program, ToolSource.PATH));
    }

    @Test
    void leavesAProgramOnPathAloneThatIsTooOldOrSaysNothing() {
        sandbox.script("go", FAKE_GO);

        assertLeftAlone("echo tiny version 2.42.0", "is 2.42.0, 3.0 or newer is needed");
        assertLeftAlone("echo usage: tiny", "is of an unknown version");
    }

    @Test
    void givesAProgramUpThatDoesNotSayItsVersion() {
        Path program = sandbox.script("tiny", "sleep 1000; echo version 3.2.0");
        VersionCheck check = new VersionCheck("--version", "version (.*)", "3.0", Duration.ofMillis(200));

        assertThat(check.ask(program, sandbox.environment)).isEmpty();
    }

    @Test
    void takesNoProgramOnPathWhenOnlyOurOwnBuildWillDo() {
        sandbox.script("go", FAKE_GO);
        sandbox.script("tiny", "echo tiny version 3.2.0");
        Path properties = sandbox.module().resolve("tool.properties");
        Sandbox.write(properties, Sandbox.read(properties).replace("path.minimum=3.0\n", ""));

        assertThat(sandbox.tools().resolve(ToolName.PROMETHEUS).source()).isEqualTo(ToolSource.BUILD);
    }

    @Test
    void buildsWithItsOwnFlagsAndThenFindsTheResultInTheCache() {
        sandbox.script("go", FAKE_GO);
        Tools tools = sandbox.with("GOFLAGS", "-mod=mod")
                .with("GOTOOLCHAIN", "go1.99")
                .tools();

        ResolvedTool built = tools.resolve(ToolName.PROMETHEUS);

        assertThat(built.source()).isEqualTo(ToolSource.BUILD);
        assertThat(built.path()).hasContent("-buildvcs=false local");
        assertThat(tools.resolve(ToolName.PROMETHEUS))
                .isEqualTo(new ResolvedTool("tiny", "3.1.4", built.path(), ToolSource.CACHE));
        assertThat(sandbox.cache()).isDirectoryNotContaining("glob:**/.work-*");
    }

    @Test
    void removesWhatKilledRunsHaveLeftWheneverAToolIsLookedFor() {
        sandbox.script("tiny", "echo tiny version 3.2.0");
        Path left = sandbox.cache().resolve(".collector-5815528851122682920");
        Path kept = Sandbox.write(sandbox.cache().resolve("tiny-3.0.0-0123456789ab/tiny"), "earlier");
        Sandbox.write(left.resolve("go-build/ab/file"), "half");
        ToolCache cache = new ToolCache(sandbox.cache());

        try (FileMutex.Held builder = cache.oneAtATime().acquire()) {
            sandbox.tools().resolve(ToolName.PROMETHEUS);
            assertThat(left).isNotEmptyDirectory();
        }
        sandbox.tools().resolve(ToolName.PROMETHEUS);

        assertThat(left).doesNotExist();
        assertThat(kept).exists();
    }

    @Test
    void leavesHiddenDirectoriesAloneThatAreNotOurs() {
        sandbox.script("tiny", "echo tiny version 3.2.0");
        Path mine = Sandbox.write(sandbox.cache().resolve(".git/config"), "mine");

        sandbox.tools().resolve(ToolName.PROMETHEUS);
        assertThat(mine).exists();
        sandbox.script("go", FAKE_GO);
        Path properties = sandbox.module().resolve("tool.properties");
        Sandbox.write(properties, Sandbox.read(properties).replace("path.minimum=3.0\n", ""));

        assertThat(sandbox.tools().resolve(ToolName.PROMETHEUS).source()).isEqualTo(ToolSource.BUILD);
        assertThat(mine).exists();
    }

    @Test
    void findsAToolWhereNothingCanBeLockedAndSaysSo() throws IOException {
        Path program = sandbox.script("tiny", "echo tiny version 3.2.0");
        Sandbox.write(sandbox.cache().resolve(".work-1/file"), "half");
        Files.createDirectory(sandbox.cache().resolve("work.lock"));

        assertThat(sandbox.tools().resolve(ToolName.PROMETHEUS).path()).isEqualTo(program);

        assertThat(sandbox.said)
                .singleElement()
                .asString()
                .startsWith("tiny: what killed runs have left in the cache stays there: cannot lock ");
    }

    @Test
    void findsAToolBesideADirectoryThatCannotBeRemovedAndSaysSo() throws IOException {
        Path program = sandbox.script("tiny", "echo tiny version 3.2.0");
        Path left = sandbox.cache().resolve(".work-1");
        Sandbox.write(left.resolve("file"), "half");
        Files.setPosixFilePermissions(left, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeThat(Files.isWritable(left)).as("nothing is forbidden to root").isFalse();

        assertThat(sandbox.tools().resolve(ToolName.PROMETHEUS).path()).isEqualTo(program);

        assertThat(sandbox.said).singleElement().asString().startsWith("tiny: cannot remove " + left);
        Files.setPosixFilePermissions(left, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void replacesADamagedFileOfTheCache() throws IOException {
        sandbox.script("go", FAKE_GO);
        Path cached = sandbox.tools().resolve(ToolName.PROMETHEUS).path();
        Files.writeString(cached, "damaged");

        ResolvedTool again = sandbox.tools().resolve(ToolName.PROMETHEUS);

        assertThat(again.source()).isEqualTo(ToolSource.BUILD);
        assertThat(cached).hasContent("-buildvcs=false local");
        assertThat(sandbox.said).filteredOn(line -> line.contains("is damaged")).hasSize(1);
    }

    @Test
    void saysThatGoIsMissing() {
        Tools tools = sandbox.withBarePath().tools();

        assertThatThrownBy(() -> tools.resolve(ToolName.PROMETHEUS))
                .hasMessage("tiny 3.1.4 cannot be had: Go is not installed. Install Go 1.21 or newer,"
                        + " or set PHOENIX_TINY to a program of that version");
    }

    @Test
    void saysThatTheReleaseWouldDoToo() {
        sandbox.with("PHOENIX_RELEASES", "http://127.0.0.1:1")
                .describe("release.archive=https://releases.invalid/tiny.tar.gz")
                .describe("release.checksums=https://releases.invalid/sums.txt")
                .describe("release.member=tiny");
        Tools tools = sandbox.withBarePath().tools();

        assertThatThrownBy(() -> tools.resolve(ToolName.PROMETHEUS))
                .hasMessageContaining("Install Go 1.21 or newer, let this machine reach releases.invalid, or set");
    }

    @Test
    void saysThatGoIsTooOld() {
        Path go = sandbox.script("go", "echo go1.20.3");
        Tools tools = sandbox.tools();

        assertThatThrownBy(() -> tools.resolve(ToolName.PROMETHEUS))
                .hasMessageContaining(go + " is go1.20.3. Install Go 1.21 or newer, or set PHOENIX_TINY");
    }

    private void assertLeftAlone(String script, String message) {
        Path program = sandbox.script("tiny", script);
        sandbox.describe("build.comment=" + message);

        assertThat(sandbox.tools().resolve(ToolName.PROMETHEUS).source()).isEqualTo(ToolSource.BUILD);
        assertThat(sandbox.said)
                .filteredOn(line -> line.contains(program + " " + message))
                .hasSize(1);
        sandbox.said.clear();
    }
}
