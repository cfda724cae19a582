package io.phoenix.activity.analysis.file;

import io.phoenix.domain.experiment.AnalysisPlan;
import io.phoenix.domain.experiment.AnalysisPlanReader;
import io.phoenix.domain.experiment.SpecText;
import io.phoenix.error.Validation;
import io.phoenix.error.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The text of a plan file: YAML, or JSON, which is YAML. */
public final class PlanFile {
    private PlanFile() {}

    /** The plan, or every mistake with its line. */
    public static Validation<AnalysisPlan> read(String text) {
        return switch (SpecText.parse(text)) {
            case Validation.Invalid<Map<String, Object>>(List<Violation> violations) ->
                new Validation.Invalid<>(violations);
            case Validation.Valid<Map<String, Object>>(Map<String, Object> tree) ->
                switch (AnalysisPlanReader.read(tree)) {
                    case Validation.Valid<AnalysisPlan> plan -> plan;
                    case Validation.Invalid<AnalysisPlan>(List<Violation> violations) ->
                        new Validation.Invalid<>(violations.stream()
                                .map(violation -> placed(violation, text))
                                .toList());
                };
        };
    }

    private static Violation placed(Violation violation, String text) {
        Optional<Node> root = new Compose(LoadSettings.builder().build()).composeString(text);
        int line = root.map(node -> line(node, violation.pointer())).orElse(1);
        return new Violation(
                "", violation.code(), "line " + line + ": " + violation.pointer() + ": " + violation.message());
    }

    /** Of the field, or of the last one on the way to it that is there. */
    private static int line(Node root, String pointer) {
        Node node = root;
        int line = startOf(root);
        for (String name :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
            Step step = step(node, name.replace("~1", "/").replace("~0", "~"));
            if (step == null) {
                return line;
            }
            node = step.value();
            line = step.line();
        }
        return line;
    }

    private record Step(Node value, int line) {}

    private static @org.jspecify.annotations.Nullable Step step(Node node, String name) {
        return switch (node) {
            case MappingNode map ->
                map.getValue().stream()
                        .filter(entry -> entry.getKeyNode() instanceof ScalarNode key
                                && key.getValue().equals(name))
                        .findFirst()
                        .map(entry -> new Step(entry.getValueNode(), startOf(entry.getKeyNode())))
                        .orElse(null);
            case SequenceNode list
            when name.matches("[0-9]{1,6}")
                    && Integer.parseInt(name) < list.getValue().size() -> {
                Node item = list.getValue().get(Integer.parseInt(name));
                yield new Step(item, startOf(item));
            }
            default -> null;
        };
    }

    private static int startOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
