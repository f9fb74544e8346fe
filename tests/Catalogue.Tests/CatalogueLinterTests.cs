using OneVisit.Catalogue.Yaml;
using static OneVisit.Catalogue.Tests.AlteredCatalogue;

namespace OneVisit.Catalogue.Tests;

public sealed class CatalogueLinterTests
{
    [Fact]
    public void A_misspelt_key_is_named_with_its_line()
    {
        var fault = Assert.Single(With(Service, "source_status: verified", "source_status: verified\nsumary: x"));
        Assert.Equal(new CatalogueFault(FaultKind.UnknownKey, Service, 17, "sumary"), fault);
    }

    [Theory]
    [InlineData("acts.yaml", "zh: 社会救助暂行办法, ", "", FaultKind.MissingTranslation, "title")]
    [InlineData(Service, "name: { zh: 农村低保, en: Rural subsistence allowance }", "name: 农村低保", FaultKind.MissingTranslation, "name")]
    [InlineData(Service, "name: { zh: 农村低保, en: Rural subsistence allowance }\n", "", FaultKind.MissingKey, "name")]
    [InlineData(Service, "code: D1.2", "code: X1.2", FaultKind.WrongValue, "code: X1.2")]
    [InlineData(Service, "kind: survey", "kind: visit", FaultKind.WrongValue, "kind: visit")]
    [InlineData(Service, "role: chief-representative", "role: chief", FaultKind.WrongValue, "role: chief")]
    [InlineData(Service, "when: students", "when: sometimes", FaultKind.WrongValue, "when: sometimes")]
    [InlineData(Service, "code: M04,", "code: M99,", FaultKind.UnknownReference, "M99")]
    [InlineData(Service, "code: M05,", "code: M04,", FaultKind.DuplicateId, "M04")]
    [InlineData(Service, "act: social-assistance, article: 9", "act: antisocial, article: 9", FaultKind.UnknownReference, "antisocial")]
    [InlineData(Service, "article: 9 }", "article: 0 }", FaultKind.WrongValue, "article")]
    [InlineData(Service, "code: M01, provision: held", "code: M01, provision: needed", FaultKind.HeldAndDemanded, "M01")]
    [InlineData(Service, "code: M04, provision: needed", "code: M04, provision: held", FaultKind.WrongValue, "provision: held")]
    [InlineData(Service, "effective_to: 2021-12-31\n    source_status", "effective_to: 2022-01-01\n    source_status", FaultKind.OverlappingPeriods, "2022-delegated-1")]
    [InlineData(Service, "effective_to: 2021-12-31", "effective_to: 2017-12-31", FaultKind.WrongValue, "effective_to")]
    [InlineData(Service, "2022-delegated-1", "2018-committed-1", FaultKind.DuplicateId, "2018-committed-1")]
    [InlineData(Service, "return_to: review", "return_to: rewiev", FaultKind.UnknownReference, "rewiev")]
    [InlineData(Service, "return_to: review", "return_to: close", FaultKind.WrongStages, "return_to: close")]
    [InlineData(Service, "kind: review", "kind: survey", FaultKind.WrongStages, "review")]
    [InlineData(Service, "id: review, kind: review", "id: survey, kind: review", FaultKind.DuplicateId, "survey")]
    [InlineData(Service, "role: village-agent, level: village", "role: village-agent, level: city", FaultKind.WrongStages, "collect: village-agent city")]
    [InlineData("services/A3.1.yaml", "level: city, own_working_days: 5", "level: city, own_working_days: 6", FaultKind.WrongStages, "accept: own_working_days")]
    [InlineData("services/A3.1.yaml", "level: city, own_working_days: 5", "level: city, by_working_day: 0", FaultKind.WrongStages, "accept: own_working_days")]
    [InlineData("services/A3.1.yaml", "level: village, own_working_days: 5", "level: village, by_working_day: 5", FaultKind.WrongStages, "collect: own_working_days")]
    [InlineData("services/A3.1.yaml", "role: bureau-officer, level: city, own_working_days: 5", "role: city-reviewer, level: city, own_working_days: 5", FaultKind.WrongStages, "accept: own_working_days")]
    [InlineData(Service, "by_working_day: 18", "by_working_day: 11", FaultKind.WrongStages, "review: 11")]
    [InlineData(Service, "by_working_day: 55", "by_working_day: 56", FaultKind.WrongStages, "decide: 56")]
    [InlineData(Service, ", calendar_days: 7", "", FaultKind.WrongStages, "notice: calendar_days")]
    [InlineData(Service, "effective_from: 2022-01-01\n    source_status: demo", "effective_from: 2022-01-01\n    source_status: verified", FaultKind.DemoClaimedAsLaw, "verified")]
    [InlineData("parameters.yaml", "source_status: demo", "source_status: verified", FaultKind.DemoClaimedAsLaw, "verified")]
    [InlineData("parameters.yaml", "source_status: analog", "source_status: demo", FaultKind.DemoClaimedAsLaw, "demo")]
    [InlineData("parameters.yaml", "value: 730", "value: -730", FaultKind.WrongValue, "value: -730")]
    [InlineData("parameters.yaml", "奖学金\n  - { value: 1,", "奖学金\n  - { value: 0.5,", FaultKind.WrongValue, "excluded_income_scholarship: 0.5")]
    [InlineData("parameters.yaml", "excluded_income_scholarship", "excluded_income_prize", FaultKind.MissingKey, "excluded_income_scholarship")]
    [InlineData("parameters.yaml", "standard_urban", "standard_town", FaultKind.MissingKey, "standard_urban")]
    [InlineData("parameters.yaml", "remedy_contact_days", "remedy_call_days", FaultKind.MissingKey, "remedy_contact_days")]
    [InlineData("review-criteria.yaml", "points: 1,", "points: 3,", FaultKind.WrongCriterion, "index")]
    [InlineData("review-criteria.yaml", "points: 1,", "points: 1, veto: yes,", FaultKind.WrongCriterion, "index")]
    [InlineData("review-criteria.yaml", "fact: delivered", "fact: well-meant", FaultKind.WrongCriterion, "well-meant")]
    [InlineData("review-criteria.yaml", "id: writing", "id: index", FaultKind.DuplicateId, "index")]
    [InlineData("review-criteria.yaml", "qualified: 60", "qualified: 95", FaultKind.WrongCriterion, "excellent")]
    [InlineData("rating-tags.yaml", "stars: 1", "stars: 2", FaultKind.DuplicateId, "stars")]
    [InlineData("rating-tags.yaml", "id: rude", "id: slow", FaultKind.DuplicateId, "slow")]
    [InlineData("rating-tags.yaml", "en: Rude", "fr: Rude", FaultKind.MissingTranslation, "name")]
    [InlineData("trainings.yaml", "[D1.1, D1.2,", "[D1.1, D9.9,", FaultKind.UnknownReference, "D9.9")]
    [InlineData("trainings.yaml", "[chief-representative,", "[village-agent,", FaultKind.WrongValue, "village-agent")]
    [InlineData("trainings.yaml", "from: 2027-01-01", "from: 2027-01-01\n    months_valid: 0", FaultKind.WrongValue, "0")]
    [InlineData("trainings.yaml", "from: 2027-01-01", "since: 2027-01-01", FaultKind.MissingKey, "from")]
    [InlineData("retention.yaml", "class: draft", "class: case", FaultKind.MissingKey, "draft")]
    [InlineData("retention.yaml", "keep: 180 days", "keep: 180 moons", FaultKind.WrongValue, "180 moons")]
    [InlineData("retention.yaml", "id: complaint\n    class: complaint", "id: complaint\n    class: objection", FaultKind.DuplicateId, "objection")]
    [InlineData("retention.yaml", "keep: for good\n    from: written\n    then: keep-masked", "keep: 10 years\n    from: written\n    then: erase", FaultKind.WrongValue, "erase")]
    [InlineData("retention.yaml", "    granted: yes", "    granted: yes\n    services: [D99.9]", FaultKind.UnknownReference, "D99.9")]
    [InlineData("retention.yaml", "act: archives-order-8", "act: archives-order-9", FaultKind.UnknownReference, "archives-order-9")]
    [InlineData("parameters.yaml", "effective_from: 2018-01-01", "effective_from: 2018-02-30", FaultKind.WrongValue, "effective_from: 2018-02-30")]
    [InlineData("parameters.yaml", "standard_rural:", "standard_rural:\n  - { value: 1, effective_from: 2017-01-01, effective_to: 2018-01-01, source_status: demo }\n #", FaultKind.OverlappingPeriods, "standard_rural")]
    [InlineData("materials.yaml", "code: M02", "code: M01", FaultKind.DuplicateId, "M01")]
    [InlineData("materials.yaml", "    sharing: yes", "    sharing: maybe", FaultKind.WrongValue, "sharing: maybe")]
    [InlineData("acts.yaml", "id: allowance-review\n", "id: social-assistance\n", FaultKind.DuplicateId, "social-assistance")]
    [InlineData("places.yaml", "\"370982101\"", "\"370982103\"", FaultKind.DuplicateId, "370982103")]
    [InlineData("places.yaml", "\"370982103202\"", "\"370982103201\"", FaultKind.DuplicateId, "370982103201")]
    [InlineData("places.yaml", "\"370982103202\"", "\"370982777202\"", FaultKind.UnknownReference, "370982777")]
    [InlineData("places.yaml", "\"370982103202\"", "\"37098210320x\"", FaultKind.WrongValue, "code: 37098210320x")]
    [InlineData("calendars/2026.yaml", "2026-01-04", "2025-01-04", FaultKind.WrongValue, "2025-01-04")]
    [InlineData("calendars/2026.yaml", "2026-01-04", "2026-01-05", FaultKind.WrongValue, "2026-01-05")]
    [InlineData("calendars/2026.yaml", "  - 2026-01-04\n", "", FaultKind.WrongTotal, "247")]
    [InlineData("calendars/2026.yaml", "year: 2026", "year: 2025", FaultKind.DuplicateId, "year")]
    [InlineData("calendars/2026.yaml", "2026-01-01 .. 2026-01-03", "2026-01-03 .. 2026-01-01", FaultKind.WrongValue, "2026-01-03 .. 2026-01-01")]
    public void A_mistake_is_found(string file, string text, string replacement, FaultKind kind, string subject) =>
        Assert.Contains(With(file, text, replacement), fault => (fault.Kind, fault.File, fault.Subject) == (kind, file, subject));

    [Fact]
    public void A_key_given_twice_makes_the_file_unreadable() =>
        Assert.Contains(With(Service, "code: D1.2", "code: D1.2\ncode: D1.2"), fault => fault is { Kind: FaultKind.Unreadable, File: Service });

    [Fact]
    public void A_file_that_is_no_yaml_is_told_once_and_not_by_each_missing_key() =>
        Assert.Equal(FaultKind.Unreadable, Assert.Single(With("places.yaml", "townships:", "townships: [")).Kind);

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    public void Brackets_without_end_are_told_and_overflow_nothing(char bracket) =>
        Assert.Equal(FaultKind.Unreadable, Assert.Single(With("places.yaml", "townships:", "townships: " + new string(bracket, 100_000))).Kind);

    [Fact]
    public void Names_that_multiply_are_refused_at_the_first_reference() =>
        Assert.Contains(
            With(Service, "code: D1.2", "a: &a [x, x]\nb: &b [*a, *a]\n" + string.Concat(Enumerable.Range('c', 20).Select(to => $"{(char)to}: &{(char)to} [*{(char)(to - 1)}, *{(char)(to - 1)}]\n")) + "code: *v"),
            fault => fault is { Kind: FaultKind.Unreadable, Subject: "a reference to another part of the file" });

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Contains(new CatalogueFault(FaultKind.MissingFile, "places.yaml", 0, "places.yaml"), Without("places.yaml"));

    [Fact]
    public void The_same_service_in_two_files_is_told() =>
        Assert.Contains(WithFile("services/copy.yaml", CatalogueFiles.BuiltIn()[Service]), fault => fault is { Kind: FaultKind.DuplicateId, Subject: "D1.2" });

    [Fact]
    public void A_catalogue_with_mistakes_does_not_load()
    {
        var folder = Directory.CreateTempSubdirectory("catalogue");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "acts.yaml"), "acts: []");
            var refused = Assert.Throws<CatalogueFaultsException>(() => CityCatalogue.Load(folder.FullName));
            Assert.Contains(refused.Faults, fault => fault is { Kind: FaultKind.MissingFile, Subject: "materials.yaml" });
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_folder_loads_like_the_built_in_files()
    {
        var folder = Directory.CreateTempSubdirectory("catalogue");
        try
        {
            foreach (var (path, text) in CatalogueFiles.BuiltIn())
            {
                var file = new FileInfo(Path.Combine(folder.FullName, path));
                file.Directory!.Create();
                File.WriteAllText(file.FullName, text);
            }
            Assert.NotNull(CityCatalogue.Load(folder.FullName).Find("D1.2"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
