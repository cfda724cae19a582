package io.phoenix.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessesIT {
    private static final Duration GRACE = Duration.ofSeconds(5);

    @TempDir
    Path state;

    @AfterEach
    void endWhatRuns() {
        children().adopt(directory()).ifPresent(process -> process.stop(Duration.ZERO));
    }

    @Test
    void leadsASessionOfItsOwn() {
        ManagedProcess process = children().start(shell("exec sleep 60"), directory());

        await(() -> ProcessTable.find(process.pid()).orElseThrow().session() == process.pid());
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void isEndedByTheSignalThatItTakesForAnOrderlyEnd() {
        // A shell that inherits an ignored signal, as in the background of a script, cannot trap it.
        ManagedProcess process = children()
                .start(
                        shell("exec env --default-signal=INT sh -c \"trap '' TERM; trap 'echo in order; exit 0' INT;"
                                + " echo up; while :; do sleep 0.05; done\""),
                        directory());
        await(() -> process.tail(1).contains("up"));

        process.stop(Signal.INT, GRACE);

        assertThat(process.tail(1)).containsExactly("in order");
    }

    @Test
    void isAdoptedByObjectsThatKnowOnlyTheDirectory() {
        ManagedProcess started = children().start(shell("exec sleep 60"), directory());

        ManagedProcess adopted = new ChildProcesses(Clock.systemUTC())
                .adopt(new RunDirectory(directory().path()))
                .orElseThrow();

        assertThat(adopted.pid()).isEqualTo(started.pid());
        assertThat(adopted.isAlive()).isTrue();
        assertThat(adopted.process().digest()).isEqualTo(shell("exec sleep 60").digest());
    }

    @Test
    void isFoundByItsTokenWhenThePidWasNeverWritten() {
        ManagedProcess started = children().start(shell("exec sleep 60"), directory());
        ProcessRecord written = started.process();
        directory()
                .write(new ProcessRecord(
                        written.name(),
                        written.installation(),
                        0,
                        0,
                        written.digest(),
                        written.token(),
                        written.startedAt(),
                        written.log()));

        assertThat(children().adopt(directory()))
                .hasValueSatisfying(found -> assertThat(found.pid()).isEqualTo(started.pid()));
    }

    @Test
    void refusesASecondProcessInOneDirectory() {
        children().start(shell("exec sleep 60"), directory());

        assertThatThrownBy(() -> children().start(shell("exec sleep 61"), directory()))
                .isInstanceOfSatisfying(
                        FinalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FOREIGN_OBJECT));
    }

    @Test
    void aZombieIsDead() throws IOException, InterruptedException {
        // The shell becomes a program that never collects its child, so the child stays a zombie.
        Process parent = new ProcessBuilder("sh", "-c", "sleep 60 & echo $!; exec sleep 61").start();
        try {
            long child = Long.parseLong(parent.inputReader().readLine());
            await(() -> ProcessTable.command(parent.pid()).equals("sleep 61"));
            ProcessHandle.of(child).orElseThrow().destroyForcibly();
            await(() -> ProcessTable.find(child).orElseThrow().dead());

            ProcessTable.Entry zombie = ProcessTable.find(child).orElseThrow();
            ManagedProcess process = new ManagedProcess(record(zombie.pid(), zombie.startTime()));

            assertThat(process.isAlive()).isFalse();
        } finally {
            parent.destroyForcibly().waitFor();
        }
    }

    @Test
    void aProcessWithOurPidAndAnotherStartTimeIsNotOurs() {
        ManagedProcess ours = children().start(shell("exec sleep 60"), directory());
        ManagedProcess earlier =
                new ManagedProcess(record(ours.pid(), ours.process().startTime() - 100));

        assertThat(earlier.isAlive()).isFalse();
        earlier.stop(Duration.ZERO);

        assertThat(ours.isAlive()).isTrue();
    }

    @Test
    void stopEndsAProcessThatIgnoresTermAndItsChildren() {
        ManagedProcess process = children()
                .start(shell("trap '' TERM; sleep 60 & echo started; while :; do sleep 1; done"), directory());
        await(() -> process.tail(1).contains("started"));

        process.stop(Duration.ofMillis(200));

        assertThat(process.isAlive()).isFalse();
        await(() -> ProcessTable.session(process.pid()).isEmpty());
    }

    @Test
    void outputEndsInTheLogAndTheMarksAreInTheEnvironment() {
        ManagedProcess process = children()
                .start(shell("echo one; echo \"$PHOENIX_INSTALLATION $GIVEN ${HOME:-nothing}\" >&2"), directory());

        assertThat(process.awaitExit(GRACE)).isTrue();
        assertThat(process.tail(5)).containsExactly("one", "installation-1 value nothing");
    }

    @Test
    void aMissingProgramIsNamed() {
        ProcessSpec spec = new ProcessSpec(
                "ghost",
                "installation-1",
                List.of(state.resolve("ghost").toString()),
                ProcessEnvironment.only(Map.of()),
                state,
                directory().log());

        assertThatThrownBy(() -> children().start(spec, directory())).hasMessageContaining("there is no program");
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited 20 s").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static ChildProcesses children() {
        return new ChildProcesses(Clock.systemUTC());
    }

    private RunDirectory directory() {
        return new RunDirectory(state.resolve("run"));
    }

    private ProcessRecord record(long pid, long startTime) {
        return new ProcessRecord("x", "i", pid, startTime, "d", "no-token", "", Files.exists(state) ? "log" : "");
    }

    private ProcessSpec shell(String script) {
        return new ProcessSpec(
                "shell",
                "installation-1",
                List.of("/bin/sh", "-c", script),
                ProcessEnvironment.only(Map.of("GIVEN", "value", "PATH", "/usr/bin:/bin")),
                state,
                directory().log());
    }
}
