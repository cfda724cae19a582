package io.phoenix.cli;

import io.phoenix.client.ParameterResponse;
import io.phoenix.client.PhoenixClient;
import io.phoenix.client.TemplateListResponse;
import io.phoenix.client.TemplateResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What people ask of the catalogue. */
final class TemplateCommands {
    private TemplateCommands() {}

    /** All of it. */
    @Command(name = "list", aliases = "ls", description = "List pipeline templates.")
    static final class ListTemplates extends ApiCommand {
        @Mixin
        private OutputOptions output = new OutputOptions();

        ListTemplates(CliContext context) {
            super(context);
        }

        @Override
        int run(PhoenixClient client) {
            TemplateListResponse templates = client.templates();
            output.print(out(), templates, () -> table(templates));
            return ExitCode.DONE;
        }

        private static Table table(TemplateListResponse templates) {
            Table table = new Table("NAME", "DESCRIPTION");
            templates.items().forEach(template -> table.row(template.name(), template.description()));
            return table;
        }
    }

    /** One template. */
    @Command(name = "get", description = "Show the parameters of a template.")
    static final class Get extends ApiCommand {
        @Parameters(paramLabel = "NAME", description = "Name of the template.")
        private String name = "";

        @Mixin
        private OutputOptions output = new OutputOptions();

        Get(CliContext context) {
            super(context);
        }

        @Override
        int run(PhoenixClient client) {
            TemplateResponse template = client.template(name);
            output.print(out(), template, () -> table(template));
            return ExitCode.DONE;
        }

        private static Table table(TemplateResponse template) {
            Table table = new Table("PARAMETER", "TYPE", "DEFAULT", "DESCRIPTION");
            for (ParameterResponse parameter : template.parameters()) {
                table.row(parameter.name(), parameter.type(), parameter.defaultValue(), parameter.description());
            }
            return table;
        }
    }
}
