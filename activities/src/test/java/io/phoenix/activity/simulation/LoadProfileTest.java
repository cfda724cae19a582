package io.phoenix.activity.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.domain.experiment.LoadProfile;
import io.phoenix.simulator.profile.Profile;
import org.junit.jupiter.api.Test;

class LoadProfileTest {
    @Test
    void specsNameExactlyTheProfilesOfTheSimulator() {
        assertThat(LoadProfile.names())
                .containsExactlyInAnyOrderElementsOf(
                        Profile.all().stream().map(Profile::name).toList());
    }
}
