package io.phoenix.worker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class NondeterminismTest {
    private final JavaClasses processes = new ClassFileImporter().importPackages("io.phoenix.process");

    @Test
    void isFoundWhereCodeLooksAfterProcesses() {
        ArchRule rule = noClasses().should(Nondeterminism.use());

        assertThatThrownBy(() -> rule.check(processes))
                .hasMessageContaining("java.time.Instant.now")
                .hasMessageContaining("java.util.UUID.randomUUID")
                .hasMessageContaining("java.lang.ProcessBuilder")
                .hasMessageContaining("java.lang.System.getenv")
                .hasMessageContaining("java.nio.file.Files");
    }
}
