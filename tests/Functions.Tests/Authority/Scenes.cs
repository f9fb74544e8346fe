using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Authority;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Tests.FrontDoor;
using OneVisit.Functions.Tests.Mandates;
using OneVisit.Functions.Tests.Running;

namespace OneVisit.Functions.Tests.Authority;

/// <summary>One office with a case of the same household in every state.</summary>
internal sealed class Scenes(Office office)
{
    private static readonly (Role, string) Agent = (Role.VillageAgent, "village/370982103201");
    private static readonly (Role, string) Officer = (Role.TownshipOfficer, Town.Point);
    private static readonly (Role, string) Chief = (Role.ChiefRepresentative, Town.Point);
    private static readonly (Role, string) Filing = (Role.CityFilingOfficer, "city/370982");

    public static async Task<IReadOnlyList<Scene>> SetAsync(Office office)
    {
        await People.SeedAsync(office);
        return await new Scenes(office).AllAsync();
    }

    // Four wait for their notice at once.
    private async Task<IReadOnlyList<Scene>> AllAsync()
    {
        Journey[] decided = [await ToNoticeAsync(), await ToNoticeAsync(), await ToNoticeAsync(), await ActedForToNoticeAsync(), await ActedForToNoticeAsync(), await ActedForToNoticeAsync()];
        await office.MoveToAsync(office.Clock.GetUtcNow().AddDays(8));
        await decided[1].ApproveAsync();
        await decided[2].ApproveAsync();
        await decided[2].FileAsync();
        await decided[3].ApproveAsync();
        await decided[3].FileAsync();
        await decided[4].ApproveAsync();
        var review = await BegunAsync();
        await review.CollectAsync();
        var hanging = await ToNoticeAsync();
        var accepting = await Journey.ApplyAsync(office, "A3.1");
        // One word for each of the two opens all of theirs; a browser does not carry one for every case.
        office.ForgetProofs();
        Assert.True(await Acting.ProvesAsync(office, Town.Resident, Acting.Name, Acting.IdNumber));
        await ProofTests.ProveAsync(office, Town.Resident);
        await accepting.SendPaperAsync((await accepting.SeeAsync()).Materials.First(material => material.HeldBy is null).Code);
        return
        [
            await OfAsync(accepting, CaseState.Accepting, Errand("collect-r1", Agent)),
            await OfAsync(await BegunAsync(), CaseState.Collecting, Errand("collect-r1", Agent)),
            await OfAsync(await Journey.BeginAsync(office, mandate: false), CaseState.Collecting, Errand("collect-r1", Officer)) with { Mandated = false },
            await OfAsync(review, CaseState.UnderReview, On("survey-r1", Officer), Errand("collect-r1", Agent)),
            await OfAsync(hanging, CaseState.UnderReview, On("notice-r1", Officer)),
            await OfAsync(decided[0], CaseState.Deciding, On("decide-r1", Chief), On("review-r1", Officer)),
            await OfAsync(decided[1], CaseState.Delivering, On("file-r1", Filing), On("decide-r1", Chief)),
            await OfAsync(decided[2], CaseState.Closed, On("file-r1", Filing), On("decide-r1", Chief)),
            await TakenOverAsync(),
            await AppliedForAsync(),
            await WithKinAsync(),
            await HandedAsync(),
            WithDaughter(await OfAsync(await ActedForAsync(), CaseState.Collecting, Errand("collect-r1", Officer))),
            WithDaughter(await OfAsync(await ActedForAcceptingAsync(), CaseState.Accepting, Errand("collect-r1", Officer))),
            WithDaughter(await OfAsync(await ActedForCollectedAsync(), CaseState.UnderReview, On("survey-r1", Officer), Errand("collect-r1", Officer))),
            WithDaughter(await OfAsync(decided[5], CaseState.Deciding, On("decide-r1", Chief), On("review-r1", Officer))),
            WithDaughter(await OfAsync(decided[4], CaseState.Delivering, On("file-r1", Filing), On("decide-r1", Chief))),
            WithDaughter(await OfAsync(decided[3], CaseState.Closed, On("file-r1", Filing), On("decide-r1", Chief))),
        ];
    }

    // A daughter applied for her mother, whose letter she has.
    private async Task<Journey> ActedForAsync()
    {
        var journey = await Journey.BeginAsync(office, Acting.ForMother());
        await journey.SendPaperAsync("M07");
        return journey;
    }

    private static Scene WithDaughter(Scene scene) => scene with { Mandated = false, IsActedFor = true, Cast = [Town.Resident, Town.OtherResident, Town.Officer, Town.Agent] };

    // Applied for on one telephone; on another the household proved that it is theirs, and goes on there.
    private async Task<Scene> TakenOverAsync()
    {
        var receipt = await SigningByCodeTests.ApplyAsync(office, People.Former, Applications.Ordinary());
        await ProofTests.ProveAsync(office, Town.Resident);
        return await OfAsync(Journey.Of(office, receipt.CaseId), CaseState.Collecting, Errand("collect-r1", Agent)) with
        {
            Former = People.Former, Cast = [People.Former, Town.Resident, Town.OtherResident, Town.Agent],
        };
    }

    private async Task<Scene> AppliedForAsync()
    {
        var receipt = await SigningByCodeTests.ApplyAsync(
            office, Town.Agent, Applications.Ordinary() with { Mandate = new MandateOffer("village", Agent: "shi-agent", Acts: [.. MandateActs.All]) { SignLater = true } });
        using var claimed = await ApplyingForClientsTests.ClaimAsync(office, receipt.CaseId, receipt.ClaimCode!);
        Assert.True(claimed.IsSuccessStatusCode);
        return await OfAsync(Journey.Of(office, receipt.CaseId), CaseState.Collecting, Errand("collect-r1", Officer)) with
        {
            Mandated = false, AppliedBy = Town.Agent, Cast = [Town.Agent, Town.OtherAgent, Town.Resident, Town.OtherResident],
        };
    }

    // An officer of the point, a reviewer of the city and the household's own agent are kin; the second signature on the survey is one person's.
    private async Task<Scene> WithKinAsync()
    {
        var journey = await BegunAsync();
        await journey.CollectAsync();
        foreach (var name in (string[])["柳青青", "白露露", "史建国"])
            await journey.DoAsync("survey-r1", Town.Officer, new(ActNames.DeclareRelative) { Relative = name, Relation = "表亲" });
        await journey.DoAsync("survey-r1", Town.Officer, Journey.Surveyed);
        return await OfAsync(
            journey, CaseState.UnderReview, On("survey-r1", Officer), Errand("collect-r1", Agent), ("survey-cosign-r1", new((Role.DeputyRepresentative, Town.Point), Town.Second))) with
        {
            Kin = [People.Kin, People.KinReviewer, Town.Agent], Cast = [People.Kin, People.KinReviewer, Town.Agent, Town.Officer, Town.Second, Town.Chief, Town.Reviewer, Town.Resident],
        };
    }

    private async Task<Scene> HandedAsync()
    {
        var journey = await ToNoticeAsync();
        var to = (Role.DeputyRepresentative, "township/370982101");
        await DoAsync(journey.CaseId, (_, _) => new Decision.Accepted(Actor.System, [new TaskReassigned("notice-r1", to.Item1, to.Item2)]));
        return await OfAsync(journey, CaseState.UnderReview, ("notice-r1", new(to)), On("review-r1", Officer)) with { HandedTo = to, Cast = [People.HandedDeputy, "staff:dong-chief", Town.ForeignOfficer, Town.Officer, Town.Resident] };
    }

    private async Task DoAsync(string caseId, Func<Case, DateTimeOffset, Decision> decide) =>
        Assert.IsType<Acted.Done>(await office.Services.GetRequiredService<CaseCabinet>().ActAsync(caseId, (file, now) => decide(file.Current, now), default));

    private static (string, SceneTask) On(string id, (Role, string) desk) => (id, new(desk));

    private static (string, SceneTask) Errand(string id, (Role, string) desk) => (id, new(desk) { IsErrand = true });

    private async Task<Scene> OfAsync(Journey journey, CaseState state, params (string Id, SceneTask Task)[] tasks)
    {
        var view = await journey.SeeAsync();
        return new(journey.CaseId, state, tasks.ToImmutableDictionary(task => task.Id, task => task.Task)) { DocumentId = view.Materials.SelectMany(material => material.Documents).FirstOrDefault()?.DocumentId };
    }

    private async Task<Journey> ToNoticeAsync()
    {
        var journey = await BegunAsync();
        await journey.CollectAsync();
        return await FromCollectedAsync(journey);
    }

    private async Task<Journey> ActedForToNoticeAsync() => await FromCollectedAsync(await ActedForCollectedAsync());

    private async Task<Journey> ActedForCollectedAsync()
    {
        var journey = await ActedForAsync();
        await journey.DoAsync("collect-r1", Town.Officer, new(ActNames.Collected, Materials: ["M04", "M05", "M07", "M14"]));
        return journey;
    }

    private async Task<Journey> ActedForAcceptingAsync()
    {
        var (form, mother) = (Applications.Together("A3.1"), Acting.ForMother());
        using var list = await office.SendAsync(HttpMethod.Post, Routes.Materials, null, new MaterialListRequest(form.Household, ["A3.1"], false) { Representation = mother.Representative!.Basis });
        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Applications, Town.Resident, form with
        {
            MandateToAgent = false, Applicant = mother.Applicant, Representative = mother.Representative, Materials = [.. (await Office.ReadAsync<MaterialListView>(list)).Papers.Select(paper => paper.Code)],
        });
        var journey = Journey.Of(office, (await Office.ReadAsync<ApplicationReceipt>(answer)).Cases[0].CaseId);
        await office.SettleAsync();
        await journey.SendPaperAsync((await journey.SeeAsync()).Materials.First(material => material.HeldBy is null).Code);
        return journey;
    }

    private static async Task<Journey> FromCollectedAsync(Journey journey)
    {
        await journey.SurveyAsync();
        await journey.VerifyAsync();
        await journey.ProposeAsync();
        await journey.DoAsync("notice-r1", Town.Officer, new(ActNames.NoticePosted));
        return journey;
    }

    private async Task<Journey> BegunAsync()
    {
        var journey = await Journey.BeginAsync(office);
        await journey.SendPaperAsync("M07");
        return journey;
    }
}
