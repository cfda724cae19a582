package io.phoenix.store;

import static io.phoenix.store.Fixtures.NOW;
import static io.phoenix.store.Fixtures.projection;
import static io.phoenix.store.Fixtures.submission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.phoenix.domain.experiment.Experiment;
import io.phoenix.domain.experiment.ExperimentEvent;
import io.phoenix.domain.experiment.ExperimentId;
import io.phoenix.domain.experiment.ExperimentPage;
import io.phoenix.domain.experiment.ExperimentQuery;
import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.experiment.Phase;
import io.phoenix.domain.experiment.Projection;
import io.phoenix.domain.experiment.Submitted;
import io.phoenix.domain.tenant.TenantId;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ExperimentStoreIT {
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final Fixtures FIXTURES = new Fixtures(DATABASE);
    private static final PostgresExperimentStore STORE = FIXTURES.experiments();
    private static final TenantId TENANT = TenantId.DEFAULT;

    @Test
    void aSubmissionIsStoredWhole() {
        Submitted submitted = STORE.submit(submission(TENANT, "whole", "whole-key", "d1"));

        Experiment stored = submitted.experiment();
        assertThat(submitted.replayed()).isFalse();
        assertThat(stored.spec()).isEqualTo(Fixtures.spec("whole"));
        assertThat(stored.head().phase()).isEqualTo(Phase.PENDING);
        assertThat(stored.timeScale()).isEqualTo(0.1);
        assertThat(stored.createdAt()).isEqualTo(NOW);
        assertThat(STORE.find(TENANT, stored.ref().experiment())).contains(stored);
        assertThat(count("outbox", stored.ref())).isEqualTo(1);
        assertThat(DATABASE.query("SELECT actor, action FROM audit_log WHERE resource = 'experiment/"
                        + stored.ref().experiment() + "'"))
                .containsExactly("alice|experiment.create");
    }

    @Test
    void aSpecificationOfAnotherVersionIsNamedAsSuch() {
        Submitted submitted = STORE.submit(submission(TENANT, "later", "later-key", "d1"));
        ExperimentId id = submitted.experiment().ref().experiment();
        DATABASE.execute("UPDATE experiments SET spec = '{\"name\": {}}' WHERE id = '" + id + "'");

        assertThatExceptionOfType(FinalException.class)
                .isThrownBy(() -> STORE.find(TENANT, id))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.UNREADABLE))
                .withMessageContaining("a stored ExperimentSpec was written by another version of Phoenix");
        DATABASE.execute("DELETE FROM experiments WHERE id = '" + id + "'");
    }

    @Test
    void theSameKeyAndBodyAnswerTheFirstRun() {
        Submitted first = STORE.submit(submission(TENANT, "twice", "twice-key", "d1"));
        Submitted second = STORE.submit(submission(TENANT, "twice", "twice-key", "d1"));

        assertThat(second.replayed()).isTrue();
        assertThat(second.experiment()).isEqualTo(first.experiment());
        assertThat(STORE.findByName(TENANT, "twice", null).orElseThrow().ref().number())
                .isEqualTo(1);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        STORE.submit(submission(TENANT, "reused", "reused-key", "d1"));

        assertThatExceptionOfType(FinalException.class)
                .isThrownBy(() -> STORE.submit(submission(TENANT, "reused", "reused-key", "d2")))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.IDEMPOTENCY_KEY_REUSED));
        assertThat(STORE.findByName(TENANT, "reused", 2)).isEmpty();
    }

    @Test
    void aKeyIsFreeAgainAfterADay() {
        STORE.submit(submission(TENANT, "daily", "daily-key", "d1"));
        Submitted nextDay =
                STORE.submit(submission(TENANT, "daily", "daily-key", "d2", NOW.plus(Duration.ofHours(24))));

        assertThat(nextDay.replayed()).isFalse();
        assertThat(nextDay.experiment().ref().number()).isEqualTo(2);
    }

    @Test
    void concurrentSubmissionsWithOneKeyMakeOneRun() throws Exception {
        List<Submitted> answers = inParallel(8, i -> STORE.submit(submission(TENANT, "race", "race-key", "d1")));

        assertThat(answers).extracting(Submitted::replayed).containsOnlyOnce(false);
        assertThat(answers)
                .extracting(answer -> answer.experiment().ref())
                .containsOnly(answers.getFirst().experiment().ref());
    }

    @Test
    void concurrentRunsOfOneNameAreNumberedWithoutGaps() throws Exception {
        List<Submitted> answers = inParallel(8, i -> STORE.submit(submission(TENANT, "numbers", "n" + i, "d" + i)));

        assertThat(answers)
                .extracting(answer -> answer.experiment().ref().number())
                .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void aNumberIsNeverGivenTwiceEvenAfterADeletion() {
        ExperimentRef first = FIXTURES.experiment("deleted");
        FIXTURES.project(first, 1, Phase.COMPLETED);

        assertThat(STORE.delete(TENANT, first.experiment(), "alice")).isTrue();

        assertThat(STORE.delete(TENANT, first.experiment(), "alice")).isFalse();
        assertThat(FIXTURES.experiment("deleted").number()).isEqualTo(2);
        assertThat(count("experiment_events", first)).isZero();
        assertThat(DATABASE.query("SELECT action FROM audit_log WHERE resource = 'experiment/" + first.experiment()
                        + "' ORDER BY action"))
                .containsExactly("experiment.create", "experiment.delete");
    }

    @Test
    void aRunningExperimentCannotBeDeleted() {
        ExperimentRef running = FIXTURES.experiment("running");
        FIXTURES.project(running, 1, Phase.RUNNING);

        assertThatExceptionOfType(FinalException.class)
                .isThrownBy(() -> STORE.delete(TENANT, running.experiment(), "alice"))
                .withMessageContaining("running/1 is RUNNING");
    }

    @Test
    void anOlderProjectionNeverOverwritesANewerOne() {
        ExperimentRef ref = FIXTURES.experiment("late");

        assertThat(FIXTURES.project(ref, 2, Phase.ANALYZING)).isTrue();
        assertThat(FIXTURES.project(ref, 1, Phase.RUNNING)).isFalse();
        assertThat(FIXTURES.project(ref, 2, Phase.FAILED)).isFalse();

        Experiment stored = STORE.find(TENANT, ref.experiment()).orElseThrow();
        assertThat(stored.head().phase()).isEqualTo(Phase.ANALYZING);
        assertThat(stored.sequence()).isEqualTo(2);
        assertThat(stored.runId()).isEqualTo("run-2");
        assertThat(stored.endedAt()).isNull();
        assertThat(STORE.events(TENANT, ref.experiment()))
                .extracting(ExperimentEvent::sequence, ExperimentEvent::phase)
                .containsExactly(tuple(0L, Phase.PENDING), tuple(1L, Phase.RUNNING), tuple(2L, Phase.ANALYZING));
    }

    @Test
    void aTerminalPhaseEndsTheRun() {
        ExperimentRef ref = FIXTURES.experiment("ended");
        Projection last = projection(ref, 3, Phase.CANCELLED);

        STORE.project(last);

        assertThat(STORE.find(TENANT, ref.experiment()).orElseThrow().endedAt()).isEqualTo(last.at());
    }

    @Test
    void aProjectionOfAnUnknownExperimentIsNotFound() {
        ExperimentRef unknown = new ExperimentRef(TENANT, new ExperimentId(UUID.randomUUID()), "unknown", 1);

        assertThatExceptionOfType(FinalException.class)
                .isThrownBy(() -> FIXTURES.project(unknown, 1, Phase.RUNNING))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    @Test
    void pagesGoFromTheNewestToTheOldestWithoutRepeating() {
        List<ExperimentRef> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            // Two of five share their time: the id decides.
            made.addFirst(STORE.submit(submission(TENANT, "paged", "p" + i, "d", NOW.plusSeconds(Math.max(1, i))))
                    .experiment()
                    .ref());
        }

        List<ExperimentRef> seen = new ArrayList<>();
        String cursor = null;
        do {
            ExperimentPage page = STORE.list(TENANT, new ExperimentQuery(Set.of(), "paged", Map.of(), 2, cursor));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
            page.items().forEach(item -> seen.add(item.ref()));
            cursor = page.nextCursor();
        } while (cursor != null);

        assertThat(seen).hasSize(5).containsExactlyInAnyOrderElementsOf(made);
        assertThat(seen.subList(0, 3)).isEqualTo(made.subList(0, 3));
    }

    @Test
    void aListIsFilteredByPhaseAndLabels() {
        ExperimentRef running = FIXTURES.experiment("filtered");
        FIXTURES.experiment("filtered");
        FIXTURES.project(running, 1, Phase.RUNNING);

        assertThat(list(Set.of(Phase.RUNNING, Phase.FAILED), Map.of("team", "web")))
                .containsExactly(running);
        assertThat(list(Set.of(), Map.of("team", "web"))).hasSize(2);
        assertThat(list(Set.of(), Map.of("team", "web", "tier", "2"))).isEmpty();
    }

    private static List<ExperimentRef> list(Set<Phase> phases, Map<String, String> labels) {
        return STORE.list(TENANT, new ExperimentQuery(phases, "filtered", labels, 200, null)).items().stream()
                .map(Experiment::ref)
                .toList();
    }

    private static int count(String table, ExperimentRef ref) {
        return Integer.parseInt(
                DATABASE.query("SELECT count(*) FROM " + table + " WHERE experiment_id = '" + ref.experiment() + "'")
                        .getFirst());
    }

    private interface Numbered<T> {
        T call(int i) throws Exception;
    }

    private static <T> List<T> inParallel(int times, Numbered<T> work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
            List<Callable<T>> calls = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int number = i;
                calls.add(() -> work.call(number));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
