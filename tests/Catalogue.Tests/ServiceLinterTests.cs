using static OneVisit.Catalogue.Tests.AlteredCatalogue;

namespace OneVisit.Catalogue.Tests;

/// <summary>What a clerk can get wrong in the file of a service, one thing at a time.</summary>
public sealed class ServiceLinterTests
{
    private const string Orphans = "services/D8.1.yaml";
    private const string Association = "services/A3.1.yaml";

    [Theory]
    [InlineData("life_events: [income-lost", "life_events: [lottery-won", FaultKind.UnknownReference, "lottery-won")]
    [InlineData("decider: township", "decider: emperor", FaultKind.UnknownReference, "emperor")]
    [InlineData("decider: township", "decider: bureau", FaultKind.WrongStages, "decide: bureau")]
    [InlineData("who:\n  zh:", "who:\n  de:", FaultKind.MissingTranslation, "who")]
    [InlineData("  en: [rural dibao", "  en: []\n  fr: [rural dibao", FaultKind.MissingTranslation, "words")]
    [InlineData("kind: delegated", "kind: agent", FaultKind.WrongValue, "kind: agent")]
    [InlineData("version: 1", "version: 0", FaultKind.WrongValue, "version: 0")]
    [InlineData("sampling_percent: 30", "sampling_percent: 101", FaultKind.WrongValue, "sampling_percent: 101")]
    [InlineData("sampling_percent: 30", "mode: full", FaultKind.UnknownKey, "mode")]
    [InlineData("effective_to: 2021-12-31\n    source_status", "effective_to: 2021-12-30\n    source_status", FaultKind.GapBetweenPeriods, "2022-delegated-1")]
    [InlineData("code: M04, provision: needed", "code: M04, provision: needed, deferrable: 5", FaultKind.NeverDeferrable, "M04")]
    [InlineData("code: M05, provision: needed", "code: M05, provision: needed, commitment: yes", FaultKind.NeverDeferrable, "M05")]
    [InlineData("code: M01, provision: held", "code: M01, provision: held, deferrable: 5", FaultKind.WrongValue, "deferrable: M01")]
    [InlineData("when: students, deferrable: 5", "when: students, deferrable: 31", FaultKind.WrongValue, "deferrable: M09")]
    [InlineData("grants: monthly", "grants: once", FaultKind.WrongValue, "reverify: once")]
    [InlineData("reverify: { months: 12", "reverify: { months: 61", FaultKind.WrongValue, "months: 61")]
    [InlineData("not_with: [D1.1]", "not_with: [D1.1]\nchanges: [D1.9]", FaultKind.UnknownReference, "D1.9")]
    [InlineData("total_working_days: 20", "total_working_days: 0", FaultKind.WrongLimits, "total_working_days: 0")]
    [InlineData("statutory_working_days: 55", "statutory_working_days: 29", FaultKind.WrongLimits, "statutory_working_days: 29")]
    [InlineData("extended_working_days: 45", "extended_working_days: 29", FaultKind.WrongLimits, "extended_working_days: 29")]
    [InlineData("by_working_day: 13, calendar_days", "by_working_day: 16, calendar_days", FaultKind.WrongStages, "notice: beyond 20")]
    [InlineData("level: village, by_working_day: 3", "level: village, own_working_days: 21", FaultKind.WrongStages, "collect: beyond 20")]
    [InlineData("own_working_days: 3 }", "own_working_days: 4 }", FaultKind.WrongStages, "file")]
    public void A_mistake_in_the_allowance_is_found(string text, string replacement, FaultKind kind, string subject) =>
        Assert.Contains(With(Service, text, replacement), fault => (fault.Kind, fault.File, fault.Subject) == (kind, Service, subject));

    [Theory]
    [InlineData("D8.1")]
    [InlineData("D9.1")]
    [InlineData("D10.1")]
    public void A_childs_case_never_hangs_in_public(string code) =>
        Assert.Contains(
            With($"services/{code}.yaml", "id: review, kind: review", "id: notice, kind: notice, calendar_days: 7"),
            fault => fault is { Kind: FaultKind.NoticeOnChild, Subject: "notice" });

    [Theory]
    [InlineData("D8.1")]
    [InlineData("D9.1")]
    [InlineData("D10.1")]
    public void Nobody_votes_on_what_is_about_a_child(string code) =>
        Assert.Contains(
            With($"services/{code}.yaml", "id: review, kind: review", "id: appraise, kind: appraise"),
            fault => fault is { Kind: FaultKind.AppraisalOnChild, Subject: "appraise" });

    [Fact]
    public void A_word_of_two_services_is_told_with_both()
    {
        var fault = Assert.Single(With(Orphans, "[孤儿,", "[村里低保,"));
        Assert.Equal((FaultKind.SharedWord, Orphans, "村里低保: D1.2, D8.1"), (fault.Kind, fault.File, fault.Subject));
    }

    [Fact]
    public void Case_and_spaces_make_no_other_word() =>
        Assert.Equal(FaultKind.SharedWord, Assert.Single(With(Orphans, "en: [orphan allowance,", "en: [\"RURAL  Dibao!\",")).Kind);

    [Fact]
    public void A_file_is_named_after_its_service() =>
        Assert.Equal("code: D8.2, file: services/D8.1.yaml", Assert.Single(With(Orphans, "code: D8.1", "code: D8.2")).Subject);

    [Fact]
    public void Agents_need_to_know_whether_the_person_must_attend() =>
        Assert.Contains(With(Association, "mode: full\n", ""), fault => fault is { Kind: FaultKind.MissingKey, Subject: "mode" });

    [Fact]
    public void The_promise_in_working_days_fits_into_the_laws_calendar_days() =>
        Assert.Equal("statutory_calendar_days: 55", Assert.Single(With(Association, "statutory_calendar_days: 60", "statutory_calendar_days: 55")).Subject);

    [Fact]
    public void An_act_that_nothing_cites_is_told()
    {
        var fault = Assert.Single(With("acts.yaml", "acts:\n", "acts:\n  - id: forgotten\n    title: { zh: 旧文件, en: Old paper }\n    source_status: demo\n"));
        Assert.Equal((FaultKind.UncitedAct, 4, "forgotten"), (fault.Kind, fault.Line, fault.Subject));
    }

    [Fact]
    public void A_gap_in_a_dated_number_is_told() =>
        Assert.Equal("standard_rural", Assert.Single(With(
            "parameters.yaml", "  - { value: 730, effective_from: 2018-01-01,",
            "  - { value: 700, effective_from: 2018-01-01, effective_to: 2021-11-30, source_status: demo }\n  - { value: 730, effective_from: 2022-01-01,")).Subject);

    [Fact]
    public void A_life_event_or_decider_given_twice_is_told() =>
        Assert.Equal(
            ["funeral", "illness"],
            With("life-events.yaml", "{ id: income-lost,", "{ id: illness,").Concat(With("deciders.yaml", "{ id: bureau,", "{ id: funeral-home,"))
                .Where(fault => fault.Kind == FaultKind.DuplicateId).Select(fault => fault.Subject[..7]).Order(StringComparer.Ordinal));

    [Fact]
    public void A_fault_is_one_line_with_file_and_line()
    {
        var text = Assert.Single(With(Service, "life_events: [income-lost", "life_events: [lottery-won")).ToString();
        Assert.Matches(@"^services/D1\.2\.yaml:[1-9][0-9]*: UnknownReference: lottery-won$", text);
    }

    [Fact]
    public void A_line_that_is_missing_or_garbled_never_breaks_the_reader()
    {
        var lines = Yaml.CatalogueFiles.BuiltIn()[Orphans].Split('\n');
        foreach (var line in lines.Where(line => line.Contains(':', StringComparison.Ordinal) && !line.TrimStart().StartsWith('#')))
        {
            Assert.NotEmpty(With(Orphans, line, line[..(line.IndexOf(':', StringComparison.Ordinal) + 1)] + " {"));
            With(Orphans, line + "\n", "");
        }
    }
}
