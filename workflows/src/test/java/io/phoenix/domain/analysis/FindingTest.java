package io.phoenix.domain.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingTest {
    @ParameterizedTest
    @EnumSource(names = {"CANDIDATE_DOWN", "CRITICAL_PROCESS_LOST", "CANDIDATE_EMPTY"})
    void aLossOfTheCandidateRejectsThatCandidateAlone(ReasonCode code) {
        Finding finding = new Finding(code, "candidate", "");

        assertThat(finding.rejects()).isTrue();
        assertThat(finding.concerns("candidate")).isTrue();
        assertThat(finding.concerns("other")).isFalse();
        assertThat(finding.reason()).isEqualTo(new Reason(code.name(), null, code.sentence()));
    }

    @ParameterizedTest
    @EnumSource(names = {"BASELINE_DOWN", "INPUT_LOST"})
    void whatConcernsTheInputConcernsEveryCandidate(ReasonCode code) {
        Finding finding = new Finding(code, "baseline", "From step 7.");

        assertThat(finding.rejects()).isFalse();
        assertThat(finding.concerns("candidate")).isTrue();
        assertThat(finding.reason().message()).isEqualTo(code.sentence() + " From step 7.");
    }
}
