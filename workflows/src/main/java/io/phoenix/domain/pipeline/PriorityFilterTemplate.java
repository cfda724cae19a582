package io.phoenix.domain.pipeline;

import static io.phoenix.domain.pipeline.CollectorConfig.block;

import io.phoenix.domain.shape.Field;
import io.phoenix.domain.shape.Part;
import io.phoenix.domain.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whole processes chosen by the name of their executable. */
final class PriorityFilterTemplate implements TemplateRendering {
    private static final String CRITICAL_NAMES = "criticalNames";
    private static final String HIGH_NAMES = "highNames";
    private static final String CRITICAL_PATH_PATTERN = "criticalPathPattern";
    private static final String HIGH_NAME_PATTERN = "highNamePattern";

    private static final String PRIORITY = Ottl.resource("phoenix.priority");
    private static final String NAME = "process.executable.name";
    private static final String PATH = "process.executable.path";

    private static final Shape NAMES = new Shape.Listing(Shape.Text.EXECUTABLE_NAME, 0, 100);

    // Only the length is judged here: the collector's own validator knows its dialect (RE2), Java's is another one.
    private static final Shape REGULAR_EXPRESSION = new Shape.Text("a regular expression (RE2)", null, 512);

    private static final PipelineTemplate TEMPLATE = new PipelineTemplate(
            "process-priority-filter-v1",
            "Keeps every metric of critical and high-priority processes and drops all other processes as a whole."
                    + " A process is critical when its executable name, or the last element of its executable path, is one"
                    + " of criticalNames; kernel threads and processes whose path cannot be read have only the name."
                    + " It is high when its executable name is one of highNames. Names are compared exactly."
                    + " criticalPathPattern and highNamePattern keep further processes by a regular expression.",
            Shape.Composite.of(
                    Field.withDefault(
                            CRITICAL_NAMES,
                            NAMES,
                            List.of("postgres", "nginx", "sshd", "kubelet", "containerd"),
                            "executables that must never be lost"),
                    Field.withDefault(
                            HIGH_NAMES, NAMES, List.of("java", "python3", "node"), "executables kept beside them"),
                    Field.optional(
                            CRITICAL_PATH_PATTERN,
                            REGULAR_EXPRESSION,
                            "RE2 expression over the executable path that makes a process critical as well"),
                    Field.optional(
                            HIGH_NAME_PATTERN,
                            REGULAR_EXPRESSION,
                            "RE2 expression over the executable name that keeps a process as well")),
            new PipelineTemplate.ReductionRange(0, 0.99),
            "Measured 0.51 (7251 series to 3582) with 2 hosts of 300 processes and the default names;"
                    + " the share follows from how many processes carry the names.");

    @Override
    public PipelineTemplate template() {
        return TEMPLATE;
    }

    @Override
    public Map<String, Object> processors(Part parameters) {
        Map<String, Object> processors = block();
        List<String> statements = statements(parameters);
        if (!statements.isEmpty()) {
            processors.put("transform/priority", CollectorConfig.transform("resource", statements));
        }
        processors.put(
                "filter/low",
                block(
                        "error_mode",
                        "ignore",
                        "metric_conditions",
                        List.of(block("context", "resource", "conditions", List.of(PRIORITY + " == nil")))));
        return processors;
    }

    private static List<String> statements(Part parameters) {
        List<String> statements = new ArrayList<>();
        List<String> critical = parameters.texts(CRITICAL_NAMES);
        if (!critical.isEmpty()) {
            statements.add(critical(NAME, RegularExpression.anyOf(critical)));
            statements.add(critical(PATH, RegularExpression.anyLastElement(critical)));
        }
        @Nullable String criticalPath = parameters.text(CRITICAL_PATH_PATTERN);
        if (criticalPath != null) {
            statements.add(critical(PATH, criticalPath));
        }
        List<String> high = parameters.texts(HIGH_NAMES);
        if (!high.isEmpty()) {
            statements.add(high(RegularExpression.anyOf(high)));
        }
        @Nullable String highName = parameters.text(HIGH_NAME_PATTERN);
        if (highName != null) {
            statements.add(high(highName));
        }
        return statements;
    }

    private static String critical(String attribute, String regularExpression) {
        return "set(" + PRIORITY + ", \"critical\") where " + Ottl.isMatch(attribute, regularExpression);
    }

    private static String high(String regularExpression) {
        return "set(" + PRIORITY + ", \"high\") where " + PRIORITY + " == nil and "
                + Ottl.isMatch(NAME, regularExpression);
    }
}
