package io.phoenix.worker;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.phoenix.error.PhoenixException;
import io.temporal.activity.ActivityInterface;
import io.temporal.workflow.WorkflowInterface;
import java.net.URLConnection;

@AnalyzeClasses(packages = "io.phoenix", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String DOMAIN = "io.phoenix.domain..";
    private static final String WORKFLOW = "io.phoenix.workflow..";
    private static final String ERROR = "io.phoenix.error..";
    private static final String ACTIVITY = "io.phoenix.activity.";

    @ArchTest
    static final ArchRule theDomainDependsOnItselfAlone = classes()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(DOMAIN, ERROR, "java..", "org.jspecify..", "org.snakeyaml.engine..");

    @ArchTest
    static final ArchRule workflowsDependOnDomainAndEngineAlone = classes()
            .that()
            .resideInAPackage(WORKFLOW)
            .and()
            .resideOutsideOfPackage("io.phoenix.workflow.codec..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(WORKFLOW, DOMAIN, ERROR, "io.temporal..", "java..", "org.slf4j..", "org.jspecify..");

    @ArchTest
    static final ArchRule whatIsReplayedAsksForNoTimeChanceThreadOrFile =
            noClasses().that().resideInAnyPackage(DOMAIN, WORKFLOW).should(Nondeterminism.use());

    @ArchTest
    static final ArchRule whatIsReplayedKeepsNoState = noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(DOMAIN, WORKFLOW)
            .and()
            .areStatic()
            .should()
            .notBeFinal();

    @ArchTest
    static final ArchRule workflowCodeCallsNoRules = noClasses()
            .that()
            .resideInAPackage(WORKFLOW)
            .should()
            .dependOnClassesThat(resideInAPackage(DOMAIN)
                    .and(describe("are rules, readers or renderers", ArchitectureTest::isRule)));

    @ArchTest
    static final ArchRule featuresDoNotKnowOneAnother = slices().assignedFrom(new Features())
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAPackage(ACTIVITY + "analysis.."))
            .ignoreDependency(alwaysTrue(), resideInAPackage(ACTIVITY + "cost.."));

    @ArchTest
    static final ArchRule onlyTheCompositionRootKnowsAdapters = classes()
            .that()
            .resideInAnyPackage(ACTIVITY + "*.local..", ACTIVITY + "*.prometheus..", ACTIVITY + "*.kubernetes..")
            .should()
            .onlyBeAccessed()
            .byAnyPackage("io.phoenix.worker..", ACTIVITY + "*.local..", ACTIVITY + "*.prometheus..");

    @ArchTest
    static final ArchRule onlyStoresSpeakSql = noClasses()
            .that()
            .resideOutsideOfPackage("io.phoenix.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "io.micronaut.data..", "org.postgresql..");

    @ArchTest
    static final ArchRule onlyAdaptersSpeakHttp = noClasses()
            .that(not(resideInAnyPackage(
                    "io.phoenix.collector..", ACTIVITY + "measurement.prometheus..", "io.phoenix.tools..")))
            .should()
            .dependOnClassesThat(resideInAPackage("java.net.http..").or(assignableTo(URLConnection.class)));

    @ArchTest
    static final ArchRule theSimulatorStandsAlone = noClasses()
            .that()
            .resideInAPackage("io.phoenix.simulator..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.phoenix..").and(not(resideInAPackage("io.phoenix.simulator.."))));

    @ArchTest
    static final ArchRule implMeansAWorkflowOrItsActivities = classes()
            .that()
            .haveSimpleNameEndingWith("Impl")
            .should()
            .beAssignableTo(describe("an interface of the engine", ArchitectureTest::isOfTheEngine));

    @ArchTest
    static final ArchRule namesSayWhatAClassIs =
            noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager|Common)");

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = noFields().should().beAnnotatedWith("jakarta.inject.Inject");

    @ArchTest
    static final ArchRule ourFailuresAreOneFamily = classes()
            .that()
            .areAssignableTo(Exception.class)
            .and()
            .arePublic()
            .and()
            // The simulator stands alone, and a workflow speaks to its callers in the failures of the engine.
            .resideOutsideOfPackages("io.phoenix.simulator..", WORKFLOW)
            .should()
            .beAssignableTo(PhoenixException.class);

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().assignedFrom(new Packages()).should().beFreeOfCycles();

    private static boolean isRule(JavaClass type) {
        return !type.isRecord()
                && !type.isEnum()
                && !type.isInterface()
                && type.getEnclosingClass().isEmpty();
    }

    private static boolean isOfTheEngine(JavaClass type) {
        return type.isAnnotatedWith(ActivityInterface.class) || type.isAnnotatedWith(WorkflowInterface.class);
    }

    /** A feature with its adapters; the root package and the pure engines belong to none. */
    private static final class Features implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName();
            return name.startsWith(ACTIVITY)
                    ? SliceIdentifier.of(name.substring(ACTIVITY.length()).split("\\.")[0])
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "features";
        }
    }

    /** Every package by itself, but the domain as one. */
    private static final class Packages implements SliceAssignment {
        private static final DescribedPredicate<JavaClass> IN_DOMAIN = resideInAPackage(DOMAIN);

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(IN_DOMAIN.test(type) ? "io.phoenix.domain" : type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
