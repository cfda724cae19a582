package io.phoenix.process;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A process that a run directory speaks of; it may have ended, and another one may have its pid by now. Thread-safe. */
public final class ManagedProcess {
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration KILL_PATIENCE = Duration.ofSeconds(5);

    private final ProcessRecord process;

    ManagedProcess(ProcessRecord process) {
        this.process = process;
    }

    public long pid() {
        return process.pid();
    }

    public ProcessRecord process() {
        return process;
    }

    /** Whether it runs: its pid exists, with its start time, and it is no zombie. */
    public boolean isAlive() {
        return process.pid() > 0
                && ProcessTable.find(process.pid())
                        .filter(entry -> entry.startTime() == process.startTime() && !entry.dead())
                        .isPresent();
    }

    /** Sends the signal to the process alone; a process that has ended gets nothing. */
    public void signal(Signal signal) {
        if (!isAlive()) {
            return;
        }
        try {
            Process kill = new ProcessBuilder(
                            "/bin/sh", "-c", "kill -s \"$1\" \"$2\"", "sh", signal.name(), Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            int code = kill.waitFor();
            if (code != 0 && isAlive()) {
                throw new FinalException(
                        ErrorCode.INTERNAL, "signal " + signal + " to process " + process.pid() + " was refused");
            }
        } catch (IOException e) {
            throw new FinalException(ErrorCode.INTERNAL, "cannot send " + signal + " to " + process.pid(), e);
        } catch (InterruptedException e) {
            throw Pause.interrupted("sending " + signal, e);
        }
    }

    /** Ends the process and all of its session: TERM, after the grace time KILL. Ended already is done. */
    public void stop(Duration grace) {
        stop(Signal.TERM, grace);
    }

    /** The same for a program that ends in good order on another signal than TERM. */
    public void stop(Signal ending, Duration grace) {
        boolean sessionIsOurs = isAlive();
        signal(ending);
        if (!awaitExit(grace)) {
            signal(Signal.KILL);
            if (!awaitExit(KILL_PATIENCE)) {
                throw new FinalException(
                        ErrorCode.INTERNAL,
                        "process " + process.pid() + " (" + process.name() + ") survived " + Signal.KILL);
            }
        }
        killSession(sessionIsOurs);
    }

    /**
     * Waits until it has ended.
     *
     * @return whether it has
     */
    public boolean awaitExit(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (isAlive()) {
            if (System.nanoTime() >= deadline) {
                return false;
            }
            Pause.of(POLL, "waiting for process " + process.pid() + " to end");
        }
        return true;
    }

    /** The last lines of its output. */
    public List<String> tail(int lines) {
        return LogFile.tail(Path.of(process.log()), lines);
    }

    /** What is left of a leader that ended long ago is known by its token only: the session id may have been used again. */
    private void killSession(boolean sessionIsOurs) {
        for (ProcessTable.Entry entry : ProcessTable.session(process.pid())) {
            if (sessionIsOurs
                    || ProcessTable.hasEnvironment(entry.pid(), ChildProcesses.TOKEN_VARIABLE, process.token())) {
                ProcessHandle.of(entry.pid()).ifPresent(ProcessHandle::destroyForcibly);
            }
        }
    }
}
