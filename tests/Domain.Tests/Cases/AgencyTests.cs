using System.Security.Cryptography;
using System.Text;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Tests.Cases;

/// <summary>To whom a household may give a mandate, for what, until when, and how a new one takes the place of an old one.</summary>
public sealed class AgencyTests
{
    private static readonly StaffMember TownshipAgent = Town.Staff("zhai-agent", "冯桂兰", Role.TownshipAgent, "township/370982103");
    private static readonly StaffMember CityAgent = Town.Staff("city-agent", "吕明", Role.CityAgent, "city/370982");
    private static readonly MandateSignature Signed = new(SignatureKinds.Code, "content", Town.Start);

    [Theory]
    [InlineData(OfficeLevel.Village, Role.VillageAgent, "village/370982103201")]
    [InlineData(OfficeLevel.Township, Role.TownshipAgent, "township/370982103")]
    [InlineData(OfficeLevel.City, Role.CityAgent, "city/370982")]
    public void The_errands_go_to_the_agents_of_the_level_chosen(OfficeLevel level, Role role, string office)
    {
        var task = Given(new MandateWish(level) { Signature = Signed }).Case.Task("collect-r1")!;

        Assert.Equal((role, office), (task.Role, task.Office));
    }

    [Fact]
    public void The_townships_agent_runs_the_errands_of_who_chose_them() =>
        Assert.Equal(["survey-r1", "verify-r1"], Given(new MandateWish(OfficeLevel.Township) { Signature = Signed }).Did("collect-r1", Forms.Collected, TownshipAgent).Open);

    [Fact]
    public void Only_the_agent_that_is_named_runs_the_errands()
    {
        var given = Given(new MandateWish { Person = new("staff:li-agent", "李勇"), Signature = Signed });

        given.When("collect-r1", Forms.Collected, Town.Agent).IsRefused(RefusalReason.WrongPlace);
        Assert.IsType<Decision.Accepted>(given.When("collect-r1", Forms.Collected, Town.Staff("li-agent", "李勇", Role.VillageAgent, "village/370982103201")));
    }

    [Theory]
    [InlineData("sign")]
    [InlineData("survey")]
    [InlineData("decide")]
    public void Nobody_can_be_authorised_to_sign_survey_or_decide(string act) =>
        Assert.Equal(act, Assert.Single(Wished(new MandateWish { Acts = [MandateActs.HandIn, act], Signature = Signed }).IsRefused(RefusalReason.MandateActsUnclear).About));

    [Fact]
    public void A_mandate_for_nothing_is_none() => Wished(new MandateWish { Acts = [] }).IsRefused(RefusalReason.MandateActsUnclear);

    [Fact]
    public void More_than_the_villages_errands_takes_a_signature()
    {
        Wished(new MandateWish(OfficeLevel.Township)).IsRefused(RefusalReason.MandateNotSigned);
        Wished(new MandateWish { Acts = MandateActs.All }).IsRefused(RefusalReason.MandateNotSigned);
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(15, 3)]
    public void A_mandate_ends_between_today_and_a_year_from_now(int month, int day) =>
        Wished(new MandateWish { ExpiresOn = new DateOnly(2026, 1, 1).AddMonths(month - 1).AddDays(day - 1) }).IsRefused(RefusalReason.MandateTermOutOfRange);

    [Fact]
    public void A_mandate_without_the_errands_leaves_them_to_the_township() =>
        Assert.Equal(Role.TownshipOfficer, Given(new MandateWish { Acts = [MandateActs.ReceiveNotices], Signature = Signed }).Case.Task("collect-r1")!.Role);

    [Fact]
    public void A_mandate_still_to_be_signed_does_not_count_until_it_is()
    {
        var waits = Given(new MandateWish(OfficeLevel.Township) { ToBeSigned = true });

        Assert.Equal(Role.TownshipOfficer, waits.Case.Task("collect-r1")!.Role);
        var signed = waits.After(CaseDecisions.SignForm(waits.Case, new("d", FilledForms.Mandate, "application/pdf", 9, "content"), Town.Owner, waits.Now));
        Assert.Equal(Role.TownshipAgent, signed.Case.Task("collect-r1")!.Role);
    }

    [Fact]
    public void A_new_mandate_takes_the_place_of_the_old_one_at_once()
    {
        var given = Story.Submitted();
        var replaced = given.After(CaseDecisions.GrantMandate(given.Case, Town.Owner, given.Now, new MandateWish(OfficeLevel.Township) { Signature = Signed }));

        Assert.Equal(("township/370982103", "XT260302-7K2M9Q-W2"), (replaced.Case.Mandate!.HolderOffice, replaced.Case.Mandate.Number));
        Assert.Equal(given.Now, Assert.Single(replaced.Case.EarlierMandates).ReplacedAt);
        replaced.When("collect-r1", Forms.Collected, Town.Agent).IsRefused(RefusalReason.ErrandMoved);
        Assert.IsType<Decision.Accepted>(replaced.When("collect-r1", Forms.Collected, TownshipAgent));
    }

    [Fact]
    public void An_agents_act_is_recorded_apart_from_the_applicant()
    {
        var by = Story.AtSurvey.Case.Task("collect-r1")!.Done!.By;

        Assert.Equal(("史建国", new Principal(Town.Owner, "张*", "XT260302-7K2M9Q-W1")), (by.Name, by.OnBehalfOf));
    }

    [Fact]
    public void Whom_an_agent_acted_for_cannot_be_changed_afterwards()
    {
        var journal = Story.AtSurvey.Journal;
        var at = journal.ToList().FindIndex(entry => entry.Actor.OnBehalfOf is not null);

        Assert.IsType<ChainReading.Intact>(JournalChain.Verify(Town.CaseId, journal));
        Assert.Equal(
            new ChainReading.Broken(at + 1, ChainFault.Changed),
            JournalChain.Verify(Town.CaseId, [.. journal.Select((entry, i) => i == at ? entry with { Actor = entry.Actor with { OnBehalfOf = null } } : entry)]));
    }

    [Fact]
    public void Entries_from_before_agents_were_told_apart_keep_their_hash()
    {
        var entry = Story.Submitted().Journal[0];
        var text = string.Join('\n', entry.PreviousHash, "1", "2026-03-02T01:30:00.0000000+00:00", """["resident:abc","\u5F20*","resident",""]""", entry.Body);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), entry.Hash);
    }

    [Fact]
    public void Whoever_carried_a_case_may_not_survey_it_whatever_level_they_are_of()
    {
        var both = TownshipAgent with { Posts = [.. TownshipAgent.Posts, .. Town.Officer.Posts] };
        var carried = Given(new MandateWish(OfficeLevel.Township) { Signature = Signed }).Did("collect-r1", Forms.Collected, both);

        carried.When("survey-r1", Forms.Surveyed, both).IsRefused(RefusalReason.AgentCarriedThisCase);
    }

    [Fact]
    public void What_the_mandate_does_not_name_the_agent_does_not_do()
    {
        var given = Given(new MandateWish { Acts = [MandateActs.CollectPapers, MandateActs.HandIn], Signature = Signed });

        Assert.Equal(MandateActs.Upload, Assert.Single(CaseDecisions.AddDocument(given.Case, new("d", "M07", "image/png", 9), Town.Agent, given.Now).IsRefused(RefusalReason.NotInMandate).About));
    }

    [Fact]
    public void What_is_signed_by_code_can_be_made_again_and_differs_with_every_part()
    {
        var today = new DateOnly(2026, 3, 2);
        string Hash(MandateWish wish) => MandateContent.HashOf("submission-0000001", ["D1.2"], "370982103201", wish);

        Assert.Equal(Hash(new MandateWish()), Hash(new MandateWish { Acts = MandateActs.Errands, Notices = NoticeChoices.Me }));
        Assert.Equal(6, new[]
        {
            Hash(new()), Hash(new(OfficeLevel.City)), Hash(new() { Acts = MandateActs.All }), Hash(new() { Notices = NoticeChoices.Both }), Hash(new() { Person = new("staff:a", "甲") }), Hash(new() { ExpiresOn = today }),
        }.Distinct().Count());
    }

    private static Decision Wished(MandateWish wish) => CaseDecisions.GrantMandate(Story.Submitted(mandated: false).Case, Town.Owner, Town.Start, wish);

    internal static Story Given(MandateWish wish) =>
        new Story([], Town.Start).After(CaseDecisions.Submit(Town.Application, wish, Town.Procedure, Town.Calendar, Town.Start)).Go();
}
