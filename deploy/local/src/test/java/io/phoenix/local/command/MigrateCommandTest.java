package io.phoenix.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.store.migration.MigrationStatus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class MigrateCommandTest {
    private static final List<MigrationStatus> TWO_VERSIONS = List.of(version(1), version(2));

    @ParameterizedTest
    @ValueSource(strings = {"migrate --url jdbc:one status", "migrate status --url jdbc:one"})
    void takesTheAddressBeforeAndBehindTheSubcommand(String line) {
        CommandLine.ParseResult parsed = new CommandLine(new MigrateCommand())
                .parseArgs(line.substring("migrate ".length()).split(" "));

        assertThat(parsed.subcommand().commandSpec().findOption("--url").<String>getValue())
                .isEqualTo("jdbc:one");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3, 99})
    void refusesAVersionThatDoesNotExist(int version) {
        assertThatThrownBy(() -> MigrateCommand.requireKnown(version, TWO_VERSIONS))
                .isInstanceOfSatisfying(
                        FinalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST))
                .hasMessageContaining("there is no version " + version)
                .hasMessageContaining("[1, 2]");
    }

    @Test
    void takesEveryVersionThatExistsAndNone() {
        assertThatCode(() -> {
                    MigrateCommand.requireKnown(0, TWO_VERSIONS);
                    MigrateCommand.requireKnown(2, TWO_VERSIONS);
                })
                .doesNotThrowAnyException();
    }

    private static MigrationStatus version(int number) {
        return new MigrationStatus(number, "tables", MigrationStatus.State.APPLIED, null);
    }
}
