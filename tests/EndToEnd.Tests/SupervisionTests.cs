using System.Text.Json.Nodes;
using OneVisit.Contracts;
using OneVisit.Domain.Supervision;

namespace OneVisit.EndToEnd.Tests;

/// <summary>What comes after the decision: a bad rating that is put right, a file that is drawn, reviewed and corrected. Each test has a city of its own, as it moves its clock.</summary>
public sealed class SupervisionTests : IAsyncLifetime
{
    private readonly City _city = new();

    public Task InitializeAsync() => _city.InitializeAsync();

    public Task DisposeAsync() => _city.DisposeAsync();

    [OwnCityFact]
    public async Task A_bad_rating_is_called_about_put_right_and_asked_again_by_others_than_the_handler()
    {
        using var journey = await FiledAsync();
        await RateBadlyAsync(journey);
        var remedy = "HP" + journey.CaseId[2..];

        // The township's only officer handled the case: its representative calls.
        var card = await (await journey.DeskOfAsync(Journey.Chief)).CardAsync(remedy, "contact-rater-r1");
        await PressAsync(journey, Journey.Chief, remedy, "contact-rater-r1", MatterActNames.Contacted, new { words = "说等得太久，没人告诉进度", complexity = "simple" });
        await PressAsync(journey, Journey.Chief, remedy, "fix-service-r1", MatterActNames.Fixed, new { words = "已道歉，以后每一步都发消息" });
        await PressAsync(journey, Journey.Reviewer, remedy, "revisit-rater-r1", MatterActNames.Revisited, new { satisfied = "yes" });
        await _city.SettleAsync();

        Assert.Contains("等得太久了", Chat.Text(card));
        Assert.Contains("rating-remedied", (await journey.SeeAsync()).Timeline.Select(entry => entry.Kind));
        Assert.Empty(await DeskAsync(Journey.Officer));
        Assert.Empty(await DeskAsync(Journey.Chief));
    }

    [OwnCityFact]
    public async Task A_call_that_is_not_made_in_one_working_day_is_red_and_the_city_is_told()
    {
        using var journey = await FiledAsync();
        await RateBadlyAsync(journey);
        var remedy = "HP" + journey.CaseId[2..];
        var reviewer = await journey.DeskOfAsync(Journey.Reviewer);

        // Rated on Wednesday, 2 December: due on Thursday. A timer looks every five minutes.
        await _city.MoveClockAsync(new DateTimeOffset(2026, 12, 4, 0, 10, 0, TimeSpan.FromHours(8)));

        await reviewer.HearAsync(Words.Zh("StaffEscalated", remedy, Words.Name("stage", "contact-rater"), "12 月 3 日（周四）"));
        Assert.Equal("red", Assert.Single(await DeskAsync(Journey.Chief)).DueState);
    }

    [OwnCityFact]
    public async Task The_city_draws_last_months_files_reviews_them_guides_and_checks_again()
    {
        using var journey = await FiledAsync();
        var review = $"PC{journey.CaseId[2..]}-202612";

        // Ten past one in the first night of the new year.
        await _city.MoveClockAsync(new DateTimeOffset(2027, 1, 1, 1, 11, 0, TimeSpan.FromHours(8)));
        var card = await (await journey.DeskOfAsync(Journey.Reviewer)).CardAsync(review, "review-file-r1");
        var answers = Cards.Of(card).SelectMany(Ids).Where(id => id.StartsWith("answer.", StringComparison.Ordinal))
            .ToDictionary(id => id, id => id == "answer.signed-record" ? "fault" : "met");
        answers["items"] = "补上户主签字";
        answers["days"] = "5";
        await PressAsync(journey, Journey.Reviewer, review, "review-file-r1", MatterActNames.Reviewed, answers);
        await PressAsync(journey, Journey.Chief, review, "correct-file-r1", MatterActNames.Corrected, new { words = "户主到场补签" });
        await PressAsync(journey, Journey.Reviewer, review, "recheck-file-r1", MatterActNames.RecheckPassed);
        await _city.SettleAsync();
        var draw = await _city.ReadAsync<DrawView>("supervision/draws/CC-202612", City.Staff(Journey.Reviewer));

        Assert.Contains(Words.Name("unusual", "drawn-lot"), Chat.Text(card));
        Assert.Equal((journey.CaseId, true), (Assert.Single(draw.Drawn).CaseId, draw.Reproduced));
        Assert.Equal((95m, "excellent"), (await journey.SeeAsync()).Review is { } seen ? (seen.Score, seen.Grade) : default);
        Assert.Empty(await DeskAsync(Journey.Reviewer));
    }

    private async Task<Journey> FiledAsync()
    {
        var journey = await Journey.BeginAsync(_city);
        await journey.ToDecisionAsync();
        await journey.ApproveAsync();
        await journey.FileAsync();
        await journey.Resident.Chat.HearAsync(Words.Zh("RateAsk"));
        return journey;
    }

    private static async Task RateBadlyAsync(Journey journey)
    {
        await journey.Resident.SayAsync("2");
        await journey.Resident.SayAsync("等得太久了");
        await journey.Resident.Chat.HearAsync(Words.Zh("RateThanksBad"));
    }

    private static async Task PressAsync(Journey journey, string who, string matter, string taskId, string act, object? inputs = null)
    {
        var desk = await journey.DeskOfAsync(who);
        await desk.PressAsync(await desk.CardAsync(matter, taskId), act, inputs);
    }

    private static IEnumerable<string> Ids(JsonNode? node) => node switch
    {
        JsonObject part => part.SelectMany(field => Ids(field.Value)).Concat(part["id"] is JsonValue id ? [id.ToString()] : []),
        JsonArray parts => parts.SelectMany(Ids),
        _ => [],
    };

    private Task<TaskView[]> DeskAsync(string who) => _city.ReadAsync<TaskView[]>(Routes.Work, City.Staff(who));
}
