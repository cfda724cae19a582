package io.phoenix.activity.cost;

import io.phoenix.domain.analysis.Verdict;
import io.phoenix.domain.cost.Dimension;
import io.phoenix.domain.cost.MoneyRange;
import io.phoenix.domain.cost.Recommendation;
import io.phoenix.domain.cost.Recommendation.Advice;
import io.phoenix.domain.cost.RuleEffect;
import io.phoenix.domain.cost.RuleEffect.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Whether a candidate is worth it at a vendor, and why. */
final class Advisor {
    private Advisor() {}

    static Recommendation recommend(PricedCandidate priced, Verdict verdict, MoneyRange net, List<RuleEffect> effects) {
        Advice advice = advice(net);
        List<String> reason = new ArrayList<>();
        reason.add(outcome(advice, net, priced));
        reason.add(driver(priced, effects));
        rules(effects, Direction.HELPS, "It helps where these are billed: ", reason);
        rules(effects, Direction.HURTS, "It costs more where these are billed: ", reason);
        rules(effects, Direction.UNCHANGED, "It changes nothing where these are billed: ", reason);
        rules(effects, Direction.UNDECIDED, "Undecided where these are billed: ", reason);
        if (verdict != Verdict.PROMOTE) {
            reason.add("This is by price alone; the experiment's verdict is " + verdict + ".");
        }
        return new Recommendation(advice, String.join(" ", reason));
    }

    private static Advice advice(MoneyRange net) {
        if (net.low() == null) {
            return Advice.UNDECIDED;
        }
        int worse = net.lowest().amount().signum();
        int better = net.highest().amount().signum();
        if (worse > 0) {
            return Advice.ADOPT;
        }
        if (worse == 0 && better == 0) {
            return Advice.NO_DIFFERENCE;
        }
        return better <= 0 ? Advice.KEEP_BASELINE : Advice.UNDECIDED;
    }

    private static String outcome(Advice advice, MoneyRange net, PricedCandidate priced) {
        String amounts = Sentences.range(net) + " a month at " + priced.entry().title();
        return switch (advice) {
            case ADOPT -> "It saves " + amounts + ", at the worse end too.";
            case KEEP_BASELINE -> "It saves nothing at either end: " + amounts + ".";
            case NO_DIFFERENCE -> "The bill of " + priced.entry().title() + " stays the same.";
            case UNDECIDED -> "Whether it saves is open: " + amounts + ".";
        };
    }

    private static String driver(PricedCandidate priced, List<RuleEffect> effects) {
        var line = priced.driver();
        if (line.withinIncluded()) {
            return "All " + line.counted().unit()
                    + " of the baseline lie within what the plan includes, so there is nothing" + " to save.";
        }
        Dimension dimension = line.counted().dimension();
        return "This bill follows " + dimension.words() + " (" + line.charge() + ")"
                + effects.stream()
                        .filter(effect -> effect.dimension() == dimension)
                        .map(effect ->
                                ": " + Sentences.change(effect.changeLow(), effect.change(), effect.changeHigh()))
                        .findFirst()
                        .orElse("")
                + ".";
    }

    private static void rules(List<RuleEffect> effects, Direction direction, String words, List<String> reason) {
        String list = effects.stream()
                .filter(effect -> effect.direction() == direction)
                .map(effect -> effect.dimension().words())
                .collect(Collectors.joining("; "));
        if (!list.isEmpty()) {
            reason.add(words + list + ".");
        }
    }
}
