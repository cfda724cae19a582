package io.phoenix.api.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.phoenix.activity.cost.PriceSource;
import io.phoenix.api.problem.JsonFault;
import io.phoenix.api.problem.RequestException;
import io.phoenix.domain.cost.PriceBookEntry;
import io.phoenix.domain.experiment.ExperimentSpec;
import io.phoenix.domain.experiment.ExperimentSpecReader;
import io.phoenix.domain.experiment.SpecText;
import io.phoenix.domain.target.Target;
import io.phoenix.domain.target.TargetStore;
import io.phoenix.domain.tenant.TenantId;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.Validation;
import io.phoenix.error.Violation;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the body of a request as an experiment's specification, in JSON or YAML, with every mistake in it. */
@Singleton
final class SpecIntake {
    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

    private final ObjectMapper json = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private final ExperimentSpecReader reader;
    private final TargetStore targets;
    private final PriceSource prices;

    SpecIntake(ExperimentSpecReader reader, TargetStore targets, PriceSource prices) {
        this.reader = reader;
        this.targets = targets;
        this.prices = prices;
    }

    /** @throws RequestException when the body is not a document at all */
    Validation<ExperimentSpec> read(TenantId tenant, byte[] body, Optional<MediaType> type) {
        String text = decode(body);
        Map<String, Object> tree =
                type.map(MediaType::getSubtype).orElse("json").endsWith("yaml")
                        ? SpecText.parse(text).orThrow(ErrorCode.INVALID_REQUEST)
                        : parseJson(text);
        return read(tenant, tree);
    }

    /** Of a tree of plain JSON values. */
    Validation<ExperimentSpec> read(TenantId tenant, Map<String, Object> tree) {
        Validation<ExperimentSpec> read =
                reader.withCurrencies(currencies(tenant)).read(tree);
        if (read instanceof Validation.Invalid<ExperimentSpec>(List<Violation> violations)
                && violations.stream().anyMatch(known -> known.pointer().equals("/target"))) {
            return read;
        }
        Violation unknownTarget = unknownTarget(tenant, tree.get("target"));
        return unknownTarget == null ? read : with(read, unknownTarget);
    }

    private Map<String, String> currencies(TenantId tenant) {
        return prices.of(tenant).entries().stream()
                .collect(Collectors.toMap(
                        PriceBookEntry::id, entry -> entry.currency().getCurrencyCode()));
    }

    private static String decode(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed("the body is not UTF-8");
        }
    }

    private Map<String, Object> parseJson(String text) {
        try {
            JsonNode tree = json.readTree(text);
            if (!tree.isObject()) {
                throw malformed("the body is "
                        + (tree.isMissingNode()
                                ? "empty"
                                : tree.getNodeType().name().toLowerCase(Locale.ROOT))
                        + ", expected an object with the fields of a specification");
            }
            return json.convertValue(tree, TREE);
        } catch (JsonProcessingException e) {
            throw malformed("the body is not a JSON object: " + JsonFault.of(e));
        }
    }

    private @Nullable Violation unknownTarget(TenantId tenant, @Nullable Object name) {
        if (!(name instanceof String text) || targets.find(tenant, text).isPresent()) {
            return null;
        }
        List<String> known =
                targets.list(tenant).stream().map(Target::name).sorted().toList();
        return new Violation(
                "/target", "unknown_target", "there is no target '" + text + "', expected one of " + known);
    }

    private static Validation<ExperimentSpec> with(Validation<ExperimentSpec> read, Violation violation) {
        List<Violation> all = new ArrayList<>();
        if (read instanceof Validation.Invalid<ExperimentSpec>(List<Violation> violations)) {
            all.addAll(violations);
        }
        all.add(violation);
        return new Validation.Invalid<>(all);
    }

    private static RequestException malformed(String detail) {
        return new RequestException(HttpStatus.BAD_REQUEST, "malformed_body", detail);
    }
}
