package io.phoenix.worker;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** What code that a workflow replays must not touch: two runs of it would not do the same. */
final class Nondeterminism extends ArchCondition<JavaClass> {
    private static final Set<String> CALLS = Set.of(
            "java.time.Instant.now",
            "java.time.ZonedDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.time.Clock.instant",
            "java.time.Clock.millis",
            "java.time.ZoneId.systemDefault",
            "java.util.UUID.randomUUID",
            "java.util.Locale.getDefault",
            "java.util.Collection.parallelStream",
            "java.util.List.parallelStream",
            "java.lang.Math.random",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.System.getenv",
            "java.lang.System.getProperty",
            "java.lang.System.identityHashCode");

    private static final Set<String> TYPES = Set.of(
            "java.lang.Thread",
            "java.lang.ThreadLocal",
            "java.lang.Process",
            "java.lang.ProcessBuilder",
            "java.lang.Runtime",
            "java.util.Random",
            "java.util.Timer",
            "java.util.SplittableRandom",
            "java.security.SecureRandom");

    private static final Set<String> PACKAGES = Set.of(
            "java.util.concurrent",
            "java.util.concurrent.locks",
            "java.util.random",
            "java.nio.file",
            "java.nio.channels",
            "java.net",
            "java.net.http",
            "java.sql");

    /** Bytes and characters in memory. */
    private static final Set<String> MEMORY = Set.of(
            "java.io.Serializable",
            "java.io.StringReader",
            "java.io.StringWriter",
            "java.io.ByteArrayInputStream",
            "java.io.ByteArrayOutputStream",
            "java.io.UncheckedIOException",
            "java.io.IOException");

    /** What the engine's and the platform's interfaces name, without doing anything themselves. */
    private static final Set<String> NAMES =
            Set.of("java.net.URI", "java.util.concurrent.TimeUnit", "java.util.concurrent.Callable");

    private Nondeterminism() {
        super("use the clock, chance, threads, the environment or files");
    }

    static ArchCondition<JavaClass> use() {
        return new Nondeterminism();
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        for (JavaAccess<?> access : type.getAccessesFromSelf()) {
            JavaClass owner = access.getTargetOwner();
            String call = owner.getName() + "." + access.getName();
            events.add(new SimpleConditionEvent(
                    access, CALLS.contains(call) || forbidden(owner), access.getDescription()));
        }
    }

    private static boolean forbidden(JavaClass type) {
        String name = type.getName();
        if (NAMES.contains(name) || MEMORY.contains(name)) {
            return false;
        }
        return TYPES.contains(name) || PACKAGES.contains(type.getPackageName()) || name.startsWith("java.io.");
    }
}
