package io.phoenix.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.micronaut.context.ApplicationContext;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseConfigTest {
    private static final Map<String, Object> REQUIRED = Map.of(
            "phoenix.database.url", "jdbc:postgresql://127.0.0.1:5432/phoenix",
            "phoenix.database.app-password", "a",
            "phoenix.database.system-password", "b");

    @Test
    void hasDefaults() {
        assertThat(read(REQUIRED))
                .isEqualTo(new DatabaseConfig("jdbc:postgresql://127.0.0.1:5432/phoenix", "a", "b", 8, 3));
    }

    @Test
    void readsEveryField() {
        Map<String, Object> properties = new HashMap<>(REQUIRED);
        properties.put("phoenix.database.app-connections", "20");
        properties.put("phoenix.database.system-connections", "5");

        assertThat(read(properties))
                .isEqualTo(new DatabaseConfig("jdbc:postgresql://127.0.0.1:5432/phoenix", "a", "b", 20, 5));
    }

    @Test
    void showsNoPassword() {
        assertThat(new DatabaseConfig("jdbc:postgresql:phoenix", "secret-a", "secret-b", 1, 1).toString())
                .doesNotContain("secret");
    }

    @Test
    void refusesAnotherDatabase() {
        assertThatIllegalArgumentException().isThrownBy(() -> new DatabaseConfig("jdbc:h2:mem:x", "a", "b", 1, 1));
    }

    private static DatabaseConfig read(Map<String, Object> properties) {
        try (ApplicationContext context = ApplicationContext.run(properties)) {
            return context.getBean(DatabaseConfig.class);
        }
    }
}
