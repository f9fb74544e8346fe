using System.Text.Json.Nodes;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;

namespace OneVisit.EndToEnd.Tests;

/// <summary>Two windows, one decision.</summary>
public sealed class AtOnceTests(City city) : IClassFixture<City>
{
    [OwnCityFact]
    public async Task Of_two_who_press_approve_at_once_one_decides_and_the_other_learns_who_did()
    {
        using var journey = await Journey.BeginAsync(city);
        await journey.ToDecisionAsync();
        using var one = await Chat.AsStaffAsync(city.PublicUrl, Journey.Chief);
        using var other = await Chat.AsStaffAsync(city.PublicUrl, Journey.Chief);
        var (card, same) = (await one.CardAsync(journey.CaseId, "decide-r1"), await other.CardAsync(journey.CaseId, "decide-r1"));

        var before = Times(one, DoneBefore);
        await Task.WhenAll(ApproveAsync(one, card), ApproveAsync(other, same));
        // Both windows show the one conversation of the person at the desk, so each hears what the other is told.
        await one.UntilAsync(() => Times(one, DoneBefore) > before);
        await one.HearAsync(Approved(journey));
        var approved = (await journey.SeeAsync()).Timeline.Count(entry => entry.Kind == ActNames.Approve);

        Assert.Equal((1, 1, before + 1), (approved, Times(one, Approved(journey)), Times(one, DoneBefore)));
    }

    [OwnCityFact]
    public async Task Of_one_who_approves_and_one_who_refuses_at_once_one_is_heard()
    {
        using var journey = await Journey.BeginAsync(city);
        await journey.ToDecisionAsync();
        using var one = await Chat.AsStaffAsync(city.PublicUrl, Journey.Chief);
        using var other = await Chat.AsStaffAsync(city.PublicUrl, Journey.Chief);
        var (approve, refuse) = (await one.CardAsync(journey.CaseId, "decide-r1"), await other.CardAsync(journey.CaseId, "decide-r1"));

        await Task.WhenAll(
            one.PressAsync(approve, ActNames.Approve, new { amount = "1720" }),
            other.PressAsync(refuse, ActNames.Refuse, new { refusalReason = "名下有汽车，不符合规定" }));
        var decided = (await journey.SeeAsync()).Timeline.Where(entry => entry.Kind is ActNames.Approve or ActNames.Refuse);

        Assert.Single(decided);
    }

    private static string Approved(Journey journey) => Words.Zh("StaffDone", journey.CaseId, Words.Name("acted", ActNames.Approve));

    // As who comes second is told, and no card says.
    private const string DoneBefore = "这一项已经由王立新（首席代表）在";

    private static int Times(Chat desk, string words) => desk.Heard.Count(activity => Chat.Text(activity).Contains(words, StringComparison.Ordinal));

    private static Task<string> ApproveAsync(Chat desk, JsonObject card) => desk.PressAsync(card, ActNames.Approve, new { amount = "1720" });
}
