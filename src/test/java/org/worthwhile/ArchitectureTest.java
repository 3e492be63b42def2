package org.worthwhile;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.worthwhile.attribution.Design;
import org.worthwhile.attribution.Study;

/** The arrows of the house: who may use whom. */
@AnalyzeClasses(packages = "org.worthwhile", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule roomsUseOnlyTheRoomsBelowThem = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("problem")
            .definedBy("org.worthwhile.problem..")
            .layer("proposal")
            .definedBy("org.worthwhile.proposal..")
            .layer("framework")
            .definedBy("org.worthwhile.framework..")
            .layer("appraisal")
            .definedBy("org.worthwhile.appraisal..")
            .layer("uncertainty")
            .definedBy("org.worthwhile.uncertainty..")
            .layer("portfolio")
            .definedBy("org.worthwhile.portfolio..")
            .layer("monitoring")
            .definedBy("org.worthwhile.monitoring..")
            .layer("attribution")
            .definedBy("org.worthwhile.attribution..")
            .layer("synthesis")
            .definedBy("org.worthwhile.synthesis..")
            .layer("trackrecord")
            .definedBy("org.worthwhile.trackrecord..")
            .layer("exchange")
            .definedBy("org.worthwhile.exchange..")
            .layer("report")
            .definedBy("org.worthwhile.report..")
            .layer("replication")
            .definedBy("org.worthwhile.replication..")
            .layer("workspace")
            .definedBy("org.worthwhile.workspace..")
            .layer("desktop")
            .definedBy("org.worthwhile.desktop..")
            .layer("cli")
            .definedBy("org.worthwhile.cli..")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("desktop")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("workspace")
            .mayOnlyBeAccessedByLayers("desktop", "cli")
            .whereLayer("replication")
            .mayOnlyBeAccessedByLayers("desktop", "cli")
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("replication", "desktop", "cli")
            .whereLayer("exchange")
            .mayOnlyBeAccessedByLayers("report", "workspace", "replication", "desktop", "cli")
            .whereLayer("uncertainty")
            .mayOnlyBeAccessedByLayers("portfolio", "monitoring", "report", "replication", "desktop", "cli")
            .whereLayer("monitoring")
            .mayOnlyBeAccessedByLayers("exchange", "report", "desktop", "cli")
            .whereLayer("portfolio")
            .mayOnlyBeAccessedByLayers("exchange", "report", "replication", "desktop", "cli")
            .whereLayer("attribution")
            .mayOnlyBeAccessedByLayers("exchange", "report", "replication", "desktop", "cli")
            .whereLayer("synthesis")
            .mayOnlyBeAccessedByLayers("trackrecord", "exchange", "report", "replication", "desktop", "cli")
            .whereLayer("trackrecord")
            .mayOnlyBeAccessedByLayers("exchange", "report", "replication", "desktop", "cli")
            .whereLayer("appraisal")
            .mayOnlyBeAccessedByLayers(
                    "uncertainty", "portfolio", "monitoring", "exchange", "report", "replication", "desktop", "cli")
            .whereLayer("framework")
            .mayOnlyBeAccessedByLayers(
                    "trackrecord",
                    "uncertainty",
                    "portfolio",
                    "monitoring",
                    "appraisal",
                    "exchange",
                    "report",
                    "replication",
                    "desktop",
                    "cli")
            .whereLayer("proposal")
            .mayOnlyBeAccessedByLayers(
                    "trackrecord",
                    "uncertainty",
                    "portfolio",
                    "monitoring",
                    "framework",
                    "appraisal",
                    "exchange",
                    "report",
                    "replication",
                    "desktop",
                    "cli");

    @ArchTest
    static final ArchRule problemsKnowNobody = noClasses()
            .that()
            .resideInAPackage("org.worthwhile.problem..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.worthwhile.proposal..",
                    "org.worthwhile.framework..",
                    "org.worthwhile.appraisal..",
                    "org.worthwhile.uncertainty..",
                    "org.worthwhile.portfolio..",
                    "org.worthwhile.monitoring..",
                    "org.worthwhile.attribution..",
                    "org.worthwhile.synthesis..",
                    "org.worthwhile.trackrecord..",
                    "org.worthwhile.exchange..",
                    "org.worthwhile.report..",
                    "org.worthwhile.desktop..",
                    "org.worthwhile.cli..");

    @ArchTest
    static final ArchRule thePlatformKnowsNoOtherRoom = noClasses()
            .that()
            .resideInAPackage("org.worthwhile.platform..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("org.worthwhile..").and(resideOutsideOfPackage("org.worthwhile.platform..")));

    @ArchTest
    static final ArchRule onlyThePlatformKnowsWhereTheLogIsWritten = noClasses()
            .that()
            .resideOutsideOfPackage("org.worthwhile.platform..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ch.qos.logback..", "org.slf4j..");

    @ArchTest
    static final ArchRule onlyTheDesktopKnowsJavaFx = noClasses()
            .that()
            .resideOutsideOfPackage("org.worthwhile.desktop..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "atlantafx..");

    @ArchTest
    static final ArchRule onlyTheGuideKnowsMarkdown = noClasses()
            .that()
            .resideOutsideOfPackage("org.worthwhile.desktop.guide..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.commonmark..");

    @ArchTest
    static final ArchRule onlyReportsAndExchangeKnowSpreadsheets = noClasses()
            .that()
            .resideOutsideOfPackages("org.worthwhile.report..", "org.worthwhile.exchange..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.poi..");

    @ArchTest
    static final ArchRule onlyTheWorkspaceSpeaksSql = noClasses()
            .that()
            .resideOutsideOfPackage("org.worthwhile.workspace..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.sqlite..");

    private static final String[] COMPUTING_ROOMS = {
        "org.worthwhile.proposal..",
        "org.worthwhile.framework..",
        "org.worthwhile.appraisal..",
        "org.worthwhile.uncertainty..",
        "org.worthwhile.portfolio..",
        "org.worthwhile.monitoring..",
        "org.worthwhile.attribution..",
        "org.worthwhile.synthesis..",
        "org.worthwhile.trackrecord.."
    };

    @ArchTest
    static final ArchRule theComputingRoomsReadNoFiles = noClasses()
            .that()
            .resideInAnyPackage(COMPUTING_ROOMS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.nio.file..",
                    "java.io..",
                    "tools.jackson..",
                    "de.siegmar.fastcsv..",
                    "org.worthwhile.platform..");

    /** Math may answer with another last bit on another machine; StrictMath may not. */
    @ArchTest
    static final ArchRule theComputingRoomsGiveTheSameBitsOnAnyMachine = noClasses()
            .that()
            .resideInAnyPackage(COMPUTING_ROOMS)
            .should()
            .callMethodWhere(target(owner(equivalentTo(Math.class)))
                    .and(target(nameMatching(
                            "exp|expm1|log|log1p|log10|pow|cbrt|hypot|a?(sin|cos|tan)|atan2|(sin|cos|tan)h"))));

    /** Times become periods in one place: without the names of their columns no design gets at the numbers they hold. */
    @ArchTest
    static final ArchRule designsOverTimeTakePeriodsAndNoTimes = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.worthwhile.attribution.causes..",
                    "org.worthwhile.attribution.did..",
                    "org.worthwhile.attribution.timeseries..",
                    "org.worthwhile.attribution.synthetic..",
                    "org.worthwhile.attribution.panel..")
            .should()
            .callMethodWhere(
                    target(owner(equivalentTo(Study.Roles.class))).and(target(nameMatching("time|treatmentStart"))));

    private static final String[] DESIGNS = {
        "org.worthwhile.attribution.causes..",
        "org.worthwhile.attribution.did..",
        "org.worthwhile.attribution.discontinuity..",
        "org.worthwhile.attribution.instrument..",
        "org.worthwhile.attribution.observational..",
        "org.worthwhile.attribution.panel..",
        "org.worthwhile.attribution.synthetic..",
        "org.worthwhile.attribution.timeseries..",
        "org.worthwhile.attribution.trial.."
    };

    private static final SliceAssignment DESIGN = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return Stream.of(DESIGNS)
                    .filter(room -> resideInAPackage(room).test(type))
                    .findFirst()
                    .map(SliceIdentifier::of)
                    .orElseGet(SliceIdentifier::ignore);
        }

        @Override
        public String getDescription() {
            return "rooms of designs";
        }
    };

    /** So that a design is added by its room and its constant there. */
    @ArchTest
    static final ArchRule onlyTheListOfDesignsKnowsTheirRooms = noClasses()
            .that()
            .resideOutsideOfPackages(DESIGNS)
            .and()
            .doNotHaveFullyQualifiedName(Design.class.getName())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(DESIGNS);

    @ArchTest
    static final ArchRule noDesignUsesAnother =
            slices().assignedFrom(DESIGN).should().notDependOnEachOther();

    /** Its elementary functions are those of Math. */
    @ArchTest
    static final ArchRule simulationsUseNoLibraryThatGivesOtherBitsElsewhere = noClasses()
            .that()
            .resideInAPackage("org.worthwhile.uncertainty..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.commons.statistics..");

    /** Files and results are the same in every country; what is shown in the reader's own notation names its locale. */
    @ArchTest
    static final ArchRule nothingIsWrittenInTheLocaleOfTheSystemUnlessItIsNamed =
            noClasses().should().callCodeUnitWhere(target(hasFullName("""
                    java.lang.String.(format\\(java.lang.String, .*|formatted\\(.*|to(Lower|Upper)Case\\(\\))
                    |java.io.Print(Writer|Stream).(printf|format)\\(java.lang.String, .*
                    |java.util.Formatter.<init>\\((?!.*Locale).*
                    |java.text.\\w*Format.<init>\\((?!.*(Locale|Symbols)).*
                    |java.text.(NumberFormat|DateFormat|DecimalFormatSymbols|Collator).get\\w*Instance\\((?!.*Locale).*
                    |java.time.format.DateTimeFormatter.ofPattern\\(java.lang.String\\)
                    |java.time.format.\\w+.toFormatter\\(\\)""")));

    @ArchTest
    static final ArchRule onlyWhatIsShownTakesTheLocaleOfTheSystem = noClasses()
            .that()
            .resideOutsideOfPackage("org.worthwhile.desktop..")
            .and()
            .doNotHaveFullyQualifiedName("org.worthwhile.report.Wording")
            .should()
            .callCodeUnitWhere(target(hasFullName("java.util.Locale.getDefault\\(.*")));

    private static DescribedPredicate<CodeUnitCallTarget> hasFullName(String pattern) {
        Predicate<String> matches = Pattern.compile(pattern.replace("\n", "")).asMatchPredicate();
        return DescribedPredicate.describe("has a name like " + pattern, target -> matches.test(target.getFullName()));
    }
}
