package io.phoenix.process;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.error.PhoenixException;
import io.phoenix.error.TransientException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Mutual exclusion over a file, between threads of one JVM and between JVMs; ends with the JVM that holds it. */
public final class FileMutex {
    // A file lock belongs to the whole JVM: a second attempt by another thread throws instead of waiting.
    private static final Map<Path, Turnstile> WITHIN_JVM = new ConcurrentHashMap<>();

    private final Path file;

    public FileMutex(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    /** Waits until nobody else holds it. */
    public Held acquire() {
        enter().permit().acquireUninterruptibly();
        return lock(FileChannel::lock).orElseThrow();
    }

    /** Takes it if nobody else holds it. */
    public Optional<Held> tryAcquire() {
        if (!enter().permit().tryAcquire()) {
            leave(file);
            return Optional.empty();
        }
        return lock(FileChannel::tryLock);
    }

    private Optional<Held> lock(Locking locking) {
        try {
            Files.createDirectories(file.getParent());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = locking.lock(channel);
            if (lock == null) {
                channel.close();
                exit(file);
                return Optional.empty();
            }
            return Optional.of(new Held(file, channel, lock));
        } catch (IOException e) {
            exit(file);
            throw failed(e);
        }
    }

    private PhoenixException failed(IOException cause) {
        String message = "cannot lock " + file + " (" + FileFailure.reason(cause)
                + "): check that its directory can be written, or set PHOENIX_HOME to one that can";
        return cause instanceof FileLockInterruptionException || cause instanceof ClosedByInterruptException
                ? new TransientException(ErrorCode.NOT_READY, message, cause)
                : new FinalException(ErrorCode.INTERNAL, message, cause);
    }

    private Turnstile enter() {
        return WITHIN_JVM.compute(
                file,
                (path, known) -> known == null
                        ? new Turnstile(new Semaphore(1), 1)
                        : new Turnstile(known.permit(), known.users() + 1));
    }

    private static void exit(Path file) {
        Turnstile turnstile = WITHIN_JVM.get(file);
        if (turnstile != null) {
            turnstile.permit().release();
        }
        leave(file);
    }

    private static void leave(Path file) {
        WITHIN_JVM.computeIfPresent(
                file, (path, known) -> known.users() == 1 ? null : new Turnstile(known.permit(), known.users() - 1));
    }

    /** @param users threads that hold or want it; nobody: it is forgotten */
    private record Turnstile(Semaphore permit, int users) {}

    @FunctionalInterface
    private interface Locking {
        FileLock lock(FileChannel channel) throws IOException;
    }

    /** The lock while it is held. */
    public static final class Held implements AutoCloseable {
        private final Path file;
        private final FileChannel channel;
        private final FileLock lock;

        private Held(Path file, FileChannel channel, FileLock lock) {
            this.file = file;
            this.channel = channel;
            this.lock = lock;
        }

        public boolean isHeld() {
            return lock.isValid();
        }

        @Override
        public void close() {
            if (!lock.isValid()) {
                return;
            }
            try (channel) {
                lock.release();
            } catch (IOException e) {
                throw new FinalException(ErrorCode.INTERNAL, "cannot unlock " + file + ": " + e.getMessage(), e);
            } finally {
                exit(file);
            }
        }
    }
}
