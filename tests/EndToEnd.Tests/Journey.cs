using System.Text.Json.Nodes;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;

namespace OneVisit.EndToEnd.Tests;

/// <summary>One case on its way through the offices: each step is the press of a card by the person on whose desk it lies.</summary>
public sealed class Journey : IDisposable
{
    public const string Agent = "shi-agent";
    public const string Officer = "zhai-officer";
    public const string Second = "zhai-officer-2";
    public const string SecondName = "孟凡强";
    public const string Chief = "zhai-chief";
    public const string Filing = "city-filing";
    public const string Reviewer = "city-reviewer";

    private readonly City _city;
    private readonly Dictionary<string, Chat> _desks = [];

    public Journey(City city, Resident resident, string caseId) => (_city, Resident, CaseId) = (city, resident, caseId);

    public Resident Resident { get; }

    public string CaseId { get; }

    /// <summary>Every conversation of the case that is open.</summary>
    public IEnumerable<Chat> Chats => [Resident.Chat, .. _desks.Values];

    public static async Task<Journey> BeginAsync(City city, string mandate = Resident.WithAgent)
    {
        var resident = await Resident.OpenAsync(city.PublicUrl);
        return new Journey(city, resident, await resident.FileAsync(mandate));
    }

    /// <summary>The conversation of a member of staff, opened when it is first needed.</summary>
    public async Task<Chat> DeskOfAsync(string staffId) =>
        _desks.TryGetValue(staffId, out var desk) ? desk : _desks[staffId] = await Chat.AsStaffAsync(_city.PublicUrl, staffId);

    /// <summary>The card of a task, once it lies on the desk.</summary>
    public async Task<JsonObject> CardAsync(string staffId, string taskId) => await (await DeskOfAsync(staffId)).CardAsync(CaseId, taskId);

    /// <returns>The bot's answer.</returns>
    public async Task<string> PressAsync(string staffId, string taskId, string act, object? inputs = null) =>
        await (await DeskOfAsync(staffId)).PressAsync(await CardAsync(staffId, taskId), act, inputs);

    /// <summary>Presses a card.</summary>
    /// <returns>The same card as it stands afterwards.</returns>
    public async Task<JsonObject> ActAsync(string staffId, string taskId, string act, object? inputs = null)
    {
        var card = await CardAsync(staffId, taskId);
        var desk = await DeskOfAsync(staffId);
        await desk.PressAsync(card, act, inputs);
        return desk.Heard.Single(heard => heard["id"]!.ToString() == card["id"]!.ToString());
    }

    public Task<JsonObject> CollectAsync(string who = Agent) => ActAsync(who, "collect-r1", ActNames.Collected, new { materials = "M04,M05,M07" });

    /// <summary>The first investigator signs, then the second.</summary>
    /// <returns>The card of the first, when both have.</returns>
    public async Task<JsonObject> SurveyAsync()
    {
        var first = await ActAsync(Officer, "survey-r1", ActNames.Surveyed, new { second = Second, incomeFound = "1200", membersFound = "4", findings = "情况属实" });
        await ActAsync(Second, "survey-cosign-r1", ActNames.Cosigned);
        var desk = await DeskOfAsync(Officer);
        JsonObject Card() => desk.Heard.Single(heard => heard["id"]!.ToString() == first["id"]!.ToString());
        await desk.UntilAsync(() => !Cards.Actions(Card()).Any());
        return Card();
    }

    public Task<JsonObject> VerifyAsync() => ActAsync(Officer, "verify-r1", ActNames.Verified, new { verification = "consistent", findings = $"{Resident.IdNumber}，一致" });

    public Task<JsonObject> ProposeAsync(int round = 1) => ActAsync(Officer, $"review-r{round}", ActNames.Propose, new { amount = "1720" });

    public Task<JsonObject> HangNoticeAsync(int round = 1) => ActAsync(Officer, $"notice-r{round}", ActNames.NoticePosted);

    public Task<JsonObject> ApproveAsync(int round = 1) => ActAsync(Chief, $"decide-r{round}", ActNames.Approve, new { amount = "1720" });

    public Task<JsonObject> FileAsync() => ActAsync(Filing, "file-r1", ActNames.Filed, new { registerNumber = "备2026-118" });

    /// <summary>How often the case was written to; the same number later means nothing was changed.</summary>
    public async Task<int> VersionAsync()
    {
        if (Elsewhere.City is not null) return await SettledVersionAsync();
        await _city.SettleAsync();
        return (await SeeAsync()).Version;
    }

    // Nobody sees from outside whether processes are idle: they are, if the case was not written to for some seconds.
    private async Task<int> SettledVersionAsync()
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        var (version, same) = (0, 0);
        while (same < 8 && await tick.WaitForNextTickAsync())
        {
            var now = (await SeeAsync()).Version;
            (version, same) = (now, now == version ? same + 1 : 0);
        }
        return version;
    }

    /// <summary>The case as the city's reviewer sees it.</summary>
    public Task<CaseView> SeeAsync() => _city.ReadAsync<CaseView>($"cases/{CaseId}", City.Staff(Reviewer));

    /// <summary>Until the review lies on the officer's desk.</summary>
    public async Task ToReviewAsync()
    {
        await CollectAsync();
        await SurveyAsync();
        await VerifyAsync();
    }

    /// <summary>Until the chief representative can decide on the officer's opinion to refuse; nothing hangs in the village for that.</summary>
    public async Task ToRefusalAsync()
    {
        await ToReviewAsync();
        await ActAsync(Officer, "review-r1", ActNames.ProposeRefusal, new { refusalReason = "核对发现名下有汽车" });
        await CardAsync(Chief, "decide-r1");
    }

    /// <summary>Until the public notice has hung for its seven days and the chief representative can decide.</summary>
    public async Task ToDecisionAsync()
    {
        await ToReviewAsync();
        await ProposeAsync();
        await HangNoticeAsync();
        await _city.MoveClockAsync(_city.Local.Clock.GetUtcNow().AddDays(8));
    }

    public void Dispose()
    {
        Resident.Dispose();
        foreach (var desk in _desks.Values) desk.Dispose();
    }
}
