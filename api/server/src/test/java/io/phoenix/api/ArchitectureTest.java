package io.phoenix.api;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.micronaut.http.annotation.Controller;
import io.micronaut.security.annotation.Secured;
import io.phoenix.api.problem.Problems;
import io.phoenix.error.ErrorCode;

@AnalyzeClasses(
        packages = {"io.phoenix.api", "io.phoenix.client"},
        importOptions = {ImportOption.DoNotIncludeTests.class})
class ArchitectureTest {
    @ArchTest
    static final ArchRule theServerKnowsNoEffects = noClasses()
            .that()
            .resideInAPackage("io.phoenix.api..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "io.phoenix.activity..",
                            "io.phoenix.collector..",
                            "io.phoenix.process..",
                            "io.phoenix.worker..",
                            "io.phoenix.simulator..",
                            "io.phoenix.local..")
                    .and(not(resideInAnyPackage("io.phoenix.activity.analysis..", "io.phoenix.activity.cost.."))));

    @ArchTest
    static final ArchRule onlyStoresSpeakSql = noClasses()
            .that()
            .resideInAnyPackage("io.phoenix.api..", "io.phoenix.client..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "io.micronaut.data..", "io.phoenix.store..");

    @ArchTest
    static final ArchRule theClientKnowsNothingOfOurs = noClasses()
            .that()
            .resideInAPackage("io.phoenix.client..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.phoenix.api..", "io.phoenix.domain..", "io.phoenix.workflow..", "io.micronaut..");

    @ArchTest
    static final ArchRule controllersSayWhoMayCallThem = classes()
            .that()
            .areAnnotatedWith(Controller.class)
            .should()
            .beAnnotatedWith(Secured.class)
            .andShould()
            .haveSimpleNameEndingWith("Controller");

    @ArchTest
    static final ArchRule onlyProblemsMapsErrorCodesToStatuses = noClasses()
            .that()
            .doNotBelongToAnyOf(Problems.class)
            .and()
            .resideInAPackage("io.phoenix.api..")
            .should()
            .callMethod(ErrorCode.class, "ordinal");

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = noFields().should().beAnnotatedWith("jakarta.inject.Inject");

    @ArchTest
    static final ArchRule namesSayWhatAClassIs = noClasses()
            .should()
            .haveNameMatching(".*(Utils?|Helper|Manager|Common)")
            .orShould()
            .haveSimpleNameEndingWith("Impl");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.phoenix.(**)").should().beFreeOfCycles();
}
