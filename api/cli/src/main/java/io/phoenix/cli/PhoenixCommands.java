package io.phoenix.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;

/** The commands of this module, to be mounted below a root command. */
public final class PhoenixCommands {
    private static final Map<String, String> VERBS = new TreeMap<>(Map.of(
            "approve", "Promote the winner that waits for approval.",
            "reject", "Refuse the winner that waits for approval.",
            "abort", "End a run and leave its target as it was.",
            "pause", "Measure nothing until resumed.",
            "resume", "Go on after a pause."));

    private PhoenixCommands() {}

    /** Adds every command to {@code root}, in the surroundings of this process. */
    public static void addTo(CommandLine root) {
        addTo(root, CliContext.current());
    }

    /** Adds every command to {@code root} and lets its failures become messages and exit codes. */
    public static CommandLine addTo(CommandLine root, CliContext context) {
        root.addSubcommand("experiment", experiment(context), "exp");
        root.addSubcommand("report", group(new Report(), new ReportCommand(context), new VerifyCommand()));
        root.addSubcommand(new AnalyzeCommand());
        root.addSubcommand(new CalibrateCommand());
        root.addSubcommand("target", target(context));
        root.addSubcommand("cost", cost(context));
        root.addSubcommand(
                "template",
                group(new Template(), new TemplateCommands.ListTemplates(context), new TemplateCommands.Get(context)));
        root.addSubcommand(new OpenCommand(context));
        root.addSubcommand(new RequestCommand(context));
        root.addSubcommand(new VersionCommand(context));
        root.addSubcommand(new CompletionCommand());
        root.registerConverter(Duration.class, new DurationConverter());
        root.registerConverter(BigDecimal.class, new NumberConverter());
        root.registerConverter(Integer.class, new WholeNumberConverter());
        root.registerConverter(int.class, new WholeNumberConverter());
        root.setExecutionExceptionHandler(new FailureHandler(context));
        root.setParameterExceptionHandler(new UsageHandler());
        root.getSubcommands().values().forEach(PhoenixCommands::addHelp);
        return root;
    }

    private static void addHelp(CommandLine command) {
        if (command.getCommandSpec().findOption("--help") == null) {
            command.getCommandSpec()
                    .addOption(OptionSpec.builder("-h", "--help")
                            .usageHelp(true)
                            .description("Show this help and do nothing.")
                            .build());
        }
        command.getSubcommands().values().forEach(PhoenixCommands::addHelp);
    }

    private static CommandLine experiment(CliContext context) {
        CommandLine experiment = group(
                new Experiment(),
                new RunCommand(context),
                new ValidateCommand(context),
                new PlanCommand(context),
                new GetCommand(context),
                new ListCommand(context),
                new WaitCommand(context),
                new ConfigCommand(context),
                new LogsCommand(context),
                new ExtendCommand(context),
                new DeleteCommand(context));
        VERBS.forEach((verb, description) -> {
            CommandLine command = new CommandLine(new DecisionCommand(context, verb));
            command.getCommandSpec().usageMessage().description(description);
            experiment.addSubcommand(verb, command);
        });
        return experiment;
    }

    private static CommandLine cost(CliContext context) {
        CommandLine cost = group(
                new Cost(),
                new CostEstimateCommand(context),
                new CostCompareCommand(context),
                new CostSavingsCommand(context));
        cost.addSubcommand(
                "price-book",
                group(
                        new PriceBook(),
                        new PriceBookCommands.ListBooks(context),
                        new PriceBookCommands.Get(context),
                        new PriceBookCommands.Put(context),
                        new PriceBookCommands.Remove(context),
                        new PriceBookCommands.Schema(context)));
        return cost;
    }

    private static CommandLine target(CliContext context) {
        return group(
                new Target(),
                new TargetCommands.ListTargets(context),
                new TargetCommands.Get(context),
                new TargetCommands.History(context),
                new TargetCommands.Rollback(context));
    }

    private static CommandLine group(Object group, Object... commands) {
        CommandLine line = new CommandLine(group);
        for (Object command : commands) {
            line.addSubcommand(command);
        }
        return line;
    }

    @Command(
            name = "experiment",
            description = "Run experiments and decide on them.",
            synopsisSubcommandLabel = "COMMAND")
    private static final class Experiment {}

    @Command(name = "report", description = "What runs have found.", synopsisSubcommandLabel = "COMMAND")
    private static final class Report {}

    @Command(name = "target", description = "Where winning pipelines run.", synopsisSubcommandLabel = "COMMAND")
    private static final class Target {}

    @Command(
            name = "cost",
            description = "What metrics cost at every vendor, and what was saved.",
            synopsisSubcommandLabel = "COMMAND")
    private static final class Cost {}

    @Command(
            name = "price-book",
            description = "Prices and billing rules, and your own in their place.",
            synopsisSubcommandLabel = "COMMAND")
    private static final class PriceBook {}

    @Command(name = "template", description = "The catalogue of pipelines.", synopsisSubcommandLabel = "COMMAND")
    private static final class Template {}
}
