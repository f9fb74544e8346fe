using System.Collections.Immutable;
using OneVisit.Contracts;
using OneVisit.Domain.Authority;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
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

    // Three wait for their notice at once.
    private async Task<IReadOnlyList<Scene>> AllAsync()
    {
        Journey[] decided = [await ToNoticeAsync(), await ToNoticeAsync(), await ToNoticeAsync()];
        await office.MoveToAsync(office.Clock.GetUtcNow().AddDays(8));
        await decided[1].ApproveAsync();
        await decided[2].ApproveAsync();
        await decided[2].FileAsync();
        var review = await BegunAsync();
        await review.CollectAsync();
        var hanging = await ToNoticeAsync();
        var accepting = await Journey.ApplyAsync(office, "A3.1");
        return
        [
            await OfAsync(accepting, CaseState.Accepting, ("collect-r1", Agent)),
            await OfAsync(await BegunAsync(), CaseState.Collecting, ("collect-r1", Agent)),
            await OfAsync(await Journey.BeginAsync(office, mandate: false), CaseState.Collecting, ("collect-r1", Officer)) with { Mandated = false },
            await OfAsync(review, CaseState.UnderReview, ("survey-r1", Officer), ("collect-r1", Agent)),
            await OfAsync(hanging, CaseState.UnderReview, ("notice-r1", Officer)),
            await OfAsync(decided[0], CaseState.Deciding, ("decide-r1", Chief), ("review-r1", Officer)),
            await OfAsync(decided[1], CaseState.Delivering, ("file-r1", Filing), ("decide-r1", Chief)),
            await OfAsync(decided[2], CaseState.Closed, ("file-r1", Filing), ("decide-r1", Chief)),
        ];
    }

    private async Task<Scene> OfAsync(Journey journey, CaseState state, params (string Id, (Role, string) Desk)[] tasks)
    {
        var view = await journey.SeeAsync();
        return new(journey.CaseId, state, tasks.ToImmutableDictionary(task => task.Id, task => task.Desk)) { DocumentId = view.Materials.SelectMany(material => material.Documents).FirstOrDefault()?.DocumentId };
    }

    private async Task<Journey> ToNoticeAsync()
    {
        var journey = await BegunAsync();
        await journey.CollectAsync();
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
