using OneVisit.Domain.Eligibility.Composition;
using static OneVisit.Catalogue.Tests.AlteredCatalogue;

namespace OneVisit.Catalogue.Tests;

/// <summary>What a clerk can get wrong in the rules of a service, one thing at a time.</summary>
public sealed class EligibilityLinterTests
{
    private const string Elders = "services/D6.1.yaml";
    private const string Disabled = "services/D5.2.yaml";
    private const string Borderline = "services/D4.1.yaml";
    private const string Hardship = "services/D2.1.yaml";

    [Theory]
    [InlineData(Service, "rule: no-car", "rule: no-bicycle", FaultKind.UnknownRule, "no-bicycle")]
    [InlineData(Service, "most: homes_limit,", "mots: homes_limit,", FaultKind.MissingKey, "most")]
    [InlineData(Service, "most: homes_limit,", "mots: homes_limit,", FaultKind.UnknownKey, "mots")]
    [InlineData(Service, "most: homes_limit,", "most: homes_limits,", FaultKind.UnknownParameter, "homes_limits")]
    [InlineData(Service, "rule: no-car, law: { act: allowance-review-2012, source_status: analog }", "rule: no-car", FaultKind.MissingKey, "law")]
    [InlineData(Service, "law: { act: social-assistance, article: 9 }", "law: { act: social-asistance, article: 9 }", FaultKind.UnknownReference, "social-asistance")]
    [InlineData(Service, "    area: rural", "    area: coastal", FaultKind.WrongValue, "area: coastal")]
    [InlineData(Service, "formula: shortfall", "formula: generous", FaultKind.UnknownFormula, "generous")]
    [InlineData(Service, "eligibility:\n", "eligibility: []\nremarks:\n", FaultKind.MissingKey, "eligibility")]
    [InlineData(Service, "eligibility:\n", "fitness:\n", FaultKind.MissingKey, "eligibility")]
    [InlineData(Service, "effective_to: 2021-12-31\n    area", "effective_to: 2021-12-30\n    area", FaultKind.GapBetweenPeriods, "eligibility")]
    [InlineData(Service, "effective_to: 2021-12-31\n    area", "effective_to: 2022-01-01\n    area", FaultKind.OverlappingPeriods, "eligibility")]
    [InlineData(Elders, "services: [D1.1, D1.2]", "services: [D1.1, D1.9]", FaultKind.UnknownReference, "D1.9")]
    [InlineData(Elders, "    person:\n", "    persons:\n", FaultKind.UnknownKey, "persons")]
    [InlineData(Elders, "rule: age-reached, years: elder_from", "rule: local-hukou", FaultKind.MisplacedRule, "local-hukou")]
    [InlineData(Elders, "      - { rule: local-hukou", "      - { rule: needs-care", FaultKind.MisplacedRule, "needs-care")]
    [InlineData(Elders, "to: 89", "to: 79", FaultKind.WrongValue, "to: 79")]
    [InlineData(Elders, "by: age", "by: height", FaultKind.WrongValue, "by: height")]
    [InlineData(Disabled, "to_grade: 2", "to_grade: two", FaultKind.WrongValue, "to_grade: two")]
    [InlineData(Borderline, "not: { rule: income-below-standard,", "not: { rule: no-car,", FaultKind.MisplacedRule, "no-car")]
    [InlineData(Hardship, "article: 14 }", "article: 14, source_status: guess }", FaultKind.WrongValue, "source_status: guess")]
    [InlineData(Hardship, "law: { act: extreme-hardship }", "law: { act: extreme-hardship, source_status: verified }", FaultKind.DemoClaimedAsLaw, "verified")]
    [InlineData(Service, "first_asked: { rule: somebody-severely-affected", "first_asked: { rule: needs-care", FaultKind.MisplacedRule, "needs-care")]
    [InlineData(Service, "rule: counts-as-member", "rule: no-car", FaultKind.MisplacedRule, "no-car")]
    [InlineData(Service, "of_age: child_below", "of_age: child_belov", FaultKind.UnknownParameter, "child_belov")]
    [InlineData(Service, "                person:\n", "                persons:\n", FaultKind.MissingKey, "rule")]
    [InlineData(Service, "    pays: { formula: shortfall-or-alone }", "    person:\n      - { rule: needs-care, law: { act: allowance-review, source_status: analog } }\n    pays: { formula: shortfall-or-alone }", FaultKind.WrongValue, "person")]
    [InlineData(Borderline, "    household:\n", "    pays: { formula: shortfall-or-alone }\n    household:\n", FaultKind.MisplacedRule, "shortfall-or-alone")]
    [InlineData("parameters.yaml", "excluded_income_scholarship:", "excluded_income_prize:", FaultKind.MissingKey, "excluded_income_scholarship")]
    [InlineData("parameters.yaml", "homes_limit:", "price_of_rice:\n  - { value: 3, effective_from: 2018-01-01, source_status: demo }\nhomes_limit:", FaultKind.MissingKey, "price_of_rice")]
    [InlineData("parameter-words.yaml", "homes_limit:", "homes_limits:", FaultKind.UnknownKey, "homes_limits")]
    public void A_mistake_is_found(string file, string text, string replacement, FaultKind kind, string subject) =>
        Assert.Contains(With(file, text, replacement), fault => fault.Kind == kind && fault.Subject == subject);

    [Fact]
    public void A_choice_inside_a_choice_is_told() =>
        Assert.Contains(With(Service, "          - all_of:", "          - any_of:"), fault => fault is { Kind: FaultKind.WrongValue, Subject: "any_of" });

    [Fact]
    public void A_number_that_no_rule_goes_by_is_told_where_it_stands()
    {
        var fault = Assert.Single(With("services/D7.2.yaml", "amount: centenarian ", "amount: elder_care "));
        Assert.Equal((FaultKind.UnreadParameter, "parameters.yaml", "centenarian"), (fault.Kind, fault.File, fault.Subject));
    }

    [Fact]
    public void A_fault_is_one_line_with_file_and_line() =>
        Assert.Matches(@"^services/D1\.2\.yaml:[1-9][0-9]*: UnknownRule: no-bicycle$", Assert.Single(With(Service, "rule: no-car", "rule: no-bicycle")).ToString());

    [Fact]
    public void Every_rule_of_the_book_is_used_by_a_service()
    {
        var used = CityCatalogue.Load().Services.SelectMany(service => service.Eligibility.Versions).SelectMany(version => version.Lines).Select(line => line.Rule);
        Assert.Empty(RuleBook.All.Select(rule => rule.Name).Except(used));
    }
}
