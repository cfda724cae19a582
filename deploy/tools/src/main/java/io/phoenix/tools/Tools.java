package io.phoenix.tools;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.error.PhoenixException;
import io.phoenix.process.FileMutex;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds outside programs: an explicit path, the cache, PATH, the project's release, a build of the pinned module, in this
 * order. Thread-safe; two runs at once get one tool once.
 */
public final class Tools {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration REPORT = Duration.ofSeconds(10);
    private static final ToolProgress SILENT = (tool, message) -> {};

    private final Path deploy;
    private final ToolCache cache;
    private final Map<String, String> environment;
    private final ToolProgress progress;
    private final ReleaseArchive releases;

    /**
     * @param deploy folder with the pinned modules
     * @param cache where binaries are kept
     * @param environment variables of this process
     */
    public Tools(Path deploy, Path cache, Map<String, String> environment, ToolProgress progress) {
        this(deploy, cache, environment, progress, Download.Limits.USUAL);
    }

    Tools(Path deploy, Path cache, Map<String, String> environment, ToolProgress progress, Download.Limits limits) {
        this.deploy = deploy.toAbsolutePath();
        this.cache = new ToolCache(cache.toAbsolutePath());
        this.environment = Map.copyOf(environment);
        this.progress = progress;
        this.releases = new ReleaseArchive(this.environment, limits);
    }

    /**
     * As every part of Phoenix on this machine resolves them, with one cache.
     *
     * @param source root of the source tree
     */
    public static Tools ofThisMachine(Path source, ToolProgress progress) {
        Map<String, String> environment = System.getenv();
        Path cache = ToolCache.directory(environment, Path.of(System.getProperty("user.home")));
        return new Tools(source.resolve("deploy"), cache, environment, progress);
    }

    /**
     * The program, fetched or built if need be.
     *
     * @throws io.phoenix.error.PhoenixException {@code tool_unavailable} with the way out
     */
    public ResolvedTool resolve(ToolName name) {
        ToolDescriptor tool = ToolDescriptor.read(deploy, name);
        Optional<ResolvedTool> present = present(tool, SILENT);
        if (present.isPresent()) {
            removeLeft(tool);
            return present.get();
        }
        try (FileMutex.Held mine = waitFor(cache.mutex(tool), tool, "another run is getting it")) {
            return cached(tool, progress).orElseGet(() -> get(tool));
        }
    }

    /** Where every tool stands now; nothing is fetched or built. */
    public List<Listing> list() {
        return Arrays.stream(ToolName.values())
                .map(name -> ToolDescriptor.read(deploy, name))
                .map(tool -> new Listing(tool.name(), tool.version(), present(tool, progress)))
                .toList();
    }

    /**
     * Removes every build in the cache but those that are pinned now and those that run.
     *
     * @return what was removed
     */
    public List<Path> prune() {
        Set<Path> pinned = Arrays.stream(ToolName.values())
                .map(name -> cache.directory(ToolDescriptor.read(deploy, name)))
                .collect(Collectors.toSet());
        try (FileMutex.Held alone = cache.oneAtATime()
                .tryAcquire()
                .orElseThrow(() -> new FinalException(
                        ErrorCode.CONFLICT, "a tool is being built: remove the old ones when it is done"))) {
            return UnusedPrograms.remove(cache.root(), pinned::contains);
        }
    }

    /** Unless somebody builds now, who needs it and clears up behind himself. The tool is there, so nothing here may fail. */
    private void removeLeft(ToolDescriptor tool) {
        try {
            if (Files.isWritable(cache.root())
                    && !WorkDirectory.left(cache.root()).isEmpty()) {
                cache.oneAtATime().tryAcquire().ifPresent(alone -> removeLeft(tool, alone));
            }
        } catch (PhoenixException e) {
            progress.say(tool.name(), "what killed runs have left in the cache stays there: " + e.getMessage());
        }
    }

    private void removeLeft(ToolDescriptor tool, FileMutex.Held alone) {
        try (alone) {
            WorkDirectory.removeLeft(cache.root(), warning -> progress.say(tool.name(), warning));
        }
    }

    /** One pinned tool; {@code found} is empty when it would have to be fetched or built. */
    public record Listing(String name, String version, Optional<ResolvedTool> found) {}

    /** @param damage hears of a damaged file in the cache */
    private Optional<ResolvedTool> present(ToolDescriptor tool, ToolProgress damage) {
        return explicit(tool)
                .or(() -> cached(tool, damage))
                .or(() -> new ProgramOnPath(environment).find(tool, progress));
    }

    private Optional<ResolvedTool> cached(ToolDescriptor tool, ToolProgress damage) {
        return cache.find(tool, damage)
                .map(path -> new ResolvedTool(tool.name(), tool.version(), path, ToolSource.CACHE));
    }

    private Optional<ResolvedTool> explicit(ToolDescriptor tool) {
        String given = environment.get(tool.variable());
        if (given == null || given.isBlank()) {
            return Optional.empty();
        }
        Path path = Path.of(given).toAbsolutePath();
        if (!Files.isRegularFile(path) || !Files.isExecutable(path)) {
            throw new FinalException(
                    ErrorCode.TOOL_UNAVAILABLE,
                    tool.variable() + " is " + given + ", which is no program: correct it or unset it");
        }
        String version = tool.check().ask(path, environment).orElse("unknown");
        return Optional.of(new ResolvedTool(tool.name(), version, path, ToolSource.EXPLICIT));
    }

    private ResolvedTool get(ToolDescriptor tool) {
        try (FileMutex.Held mine = waitFor(cache.oneAtATime(), tool, "another tool is being built");
                WorkDirectory work = WorkDirectory.in(cache.root(), warning -> progress.say(tool.name(), warning))) {
            Optional<Path> released = releases.fetch(tool, work.path(), progress);
            if (released.isPresent()) {
                return new ResolvedTool(
                        tool.name(), tool.version(), cache.store(tool, released.get()), ToolSource.RELEASE);
            }
            ResolvedTool built = build(tool, work);
            ToolName twin = tool.build().twin();
            if (twin != null) {
                buildTwin(ToolDescriptor.read(deploy, twin), work);
            }
            return built;
        }
    }

    private ResolvedTool build(ToolDescriptor tool, WorkDirectory work) {
        Path fresh = new GoBuild(environment).build(tool, work.path(), progress);
        return new ResolvedTool(tool.name(), tool.version(), cache.store(tool, fresh), ToolSource.BUILD);
    }

    /** While everything that it needs is still compiled; a run that waits with its lock would not end if we waited too. */
    private void buildTwin(ToolDescriptor twin, WorkDirectory work) {
        Optional<FileMutex.Held> held = cache.mutex(twin).tryAcquire();
        if (held.isPresent()) {
            try (FileMutex.Held mine = held.get()) {
                if (present(twin, progress).isEmpty()) {
                    build(twin, work);
                }
            }
        }
    }

    private FileMutex.Held waitFor(FileMutex mutex, ToolDescriptor tool, String why) {
        Stopwatch waiting = new Stopwatch();
        Stopwatch unreported = new Stopwatch();
        Optional<FileMutex.Held> held = mutex.tryAcquire();
        if (held.isEmpty()) {
            progress.say(tool.name(), why + ", waiting");
        }
        while (held.isEmpty()) {
            if (unreported.isOver(REPORT)) {
                unreported.restart();
                progress.say(
                        tool.name(),
                        why + ", still waiting, " + waiting.elapsed().toSeconds() + " s");
            }
            pause(tool);
            held = mutex.tryAcquire();
        }
        return held.get();
    }

    private static void pause(ToolDescriptor tool) {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FinalException(
                    ErrorCode.TOOL_UNAVAILABLE, "waiting for " + tool.name() + " was interrupted: try again", e);
        }
    }
}
