package io.phoenix.domain.experiment;

import io.phoenix.error.Validation;
import io.phoenix.error.Violation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** The text of an experiment's file: one YAML 1.2 document (JSON is YAML) of bounded size, depth and aliases. */
public final class SpecText {
    private static final int MAXIMUM_LENGTH = 1 << 20;
    private static final int MAXIMUM_ALIASES = 20;
    private static final int MAXIMUM_DEPTH = 30;

    private SpecText() {}

    /** The tree of plain JSON values, or what keeps the text from being one, with line and column. */
    public static Validation<Map<String, Object>> parse(String text) {
        if (text.length() > MAXIMUM_LENGTH) {
            return invalid("length", "the text has " + text.length() + " characters, expected at most 1 MiB");
        }
        LoadSettings settings = LoadSettings.builder()
                .setLabel("spec")
                .setAllowDuplicateKeys(false)
                .setMaxAliasesForCollections(MAXIMUM_ALIASES)
                .setCodePointLimit(MAXIMUM_LENGTH)
                .setSchema(new CoreSchema())
                .build();
        try {
            Violation violation = beyondLimits(settings, text);
            if (violation != null) {
                return new Validation.Invalid<>(List.of(violation));
            }
            return tree(new Load(settings).loadFromString(text));
        } catch (MarkedYamlEngineException e) {
            return invalid("syntax", place(e.getProblemMark()) + problem(e));
        } catch (YamlEngineException e) {
            return invalid("syntax", "the text cannot be read: " + firstLine(e.getMessage()));
        }
    }

    /** Goes over the events first: building a tree of unbounded depth would exhaust the stack. */
    private static @Nullable Violation beyondLimits(LoadSettings settings, String text) {
        Deque<Optional<Anchor>> open = new ArrayDeque<>();
        int aliases = 0;
        int documents = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            switch (event) {
                case DocumentStartEvent start -> documents++;
                case AliasEvent alias -> aliases++;
                case CollectionStartEvent start -> open.push(start.getAnchor());
                case CollectionEndEvent end -> open.pop();
                default -> {}
            }
            if (event instanceof AliasEvent alias && open.contains(Optional.of(alias.getAlias()))) {
                return at(event, "*" + alias.getAlias() + " stands inside itself");
            }
            if (documents > 1) {
                return at(event, "one document is expected, here a second one starts");
            }
            if (aliases > MAXIMUM_ALIASES) {
                return at(event, "more than " + MAXIMUM_ALIASES + " aliases, write the values out");
            }
            if (open.size() > MAXIMUM_DEPTH) {
                return at(event, "nested deeper than " + MAXIMUM_DEPTH + " levels");
            }
        }
        return null;
    }

    private static Validation<Map<String, Object>> tree(@Nullable Object document) {
        if (!(document instanceof Map<?, ?> map)) {
            return invalid("type", "the text holds no object, expected fields such as name, target and variants");
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        map.forEach((key, value) -> tree.put(String.valueOf(key), value));
        return new Validation.Valid<>(tree);
    }

    private static String problem(MarkedYamlEngineException e) {
        String problem = e.getProblem() == null ? e.getMessage() : e.getProblem();
        return firstLine(problem);
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "unknown reason" : message.lines().findFirst().orElse("unknown reason");
    }

    private static Violation at(Event event, String message) {
        return new Violation("", "syntax", place(event.getStartMark()) + message);
    }

    private static String place(Optional<Mark> mark) {
        return mark.map(at -> "line " + (at.getLine() + 1) + ", column " + (at.getColumn() + 1) + ": ")
                .orElse("");
    }

    private static Validation<Map<String, Object>> invalid(String code, String message) {
        return new Validation.Invalid<>(List.of(new Violation("", code, message)));
    }
}
