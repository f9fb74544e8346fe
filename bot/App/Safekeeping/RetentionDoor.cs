using OneVisit.Bot.Pages;
using OneVisit.Bot.Statistics;
using OneVisit.Contracts;

namespace OneVisit.Bot.Safekeeping;

/// <summary>How long everything is kept, and what was erased.</summary>
internal sealed class RetentionDoor(KeeperDoor door)
{
    public Task<IResult> ShowAsync(HttpContext http, CancellationToken stop) => door.OpenAsync(http, KeeperTab.Retention, async keeper =>
    {
        var month = keeper.Query("month") is { Length: > 0 and <= 10 } asked ? QueryString.Create("month", asked).ToString() : "";
        return keeper.Answered(await keeper.Office.GetAsync<RetentionView>(keeper.Speaker, Routes.Retention + month, stop), kept => keeper.Page(new RetentionPart(keeper, kept).Content()));
    }, stop);
}

/// <summary>Each kind with its length, what it rests on, what was erased by it lately and what comes then; below, what was erased in a month, number by number.</summary>
internal sealed class RetentionPart(Keeper keeper, RetentionView kept)
{
    // What has a number of its own is noted when it goes; of codes, drafts and talk nothing stays that could be counted.
    private static readonly string[] Noted = ["case", "complaint", "objection", "supervision"];

    public Html Content() => Html.Of($"""
        {keeper.Parts.Section("rules", "safeKept", keeper.Parts.Table("safeKept", ["safeKind", "safeKeep", "safeThen", "safeBasis", "safeErasedLately"], kept.Rules.Select(Rule)))}
        {keeper.Parts.Section("round", "safeRound", Html.Of($"<p>{Round()}</p>"))}
        {keeper.Parts.Section("erased", "safeErased", Erased())}
        """);

    private Html[] Rule(RetentionRuleView rule) =>
    [
        Html.Of($"<b>{rule.Name}</b>{(rule.To is { } last ? Html.Of($"<br>{Say("safeRuleUntil", keeper.Parts.Day(last))}") : Html.None)}"), Html.Of($"{rule.Keep}"), Html.Of($"{Say("safeThen-" + rule.Then)}"),
        Html.Of($"{rule.Law}{(rule.SourceStatus == "demo" ? Html.Of($"<br><span class=\"quiet\">{Say("safeDemo")}</span>") : Html.None)}"), Html.Of($"{Lately(rule)}"),
    ];

    private string Lately(RetentionRuleView rule) => kept.Lately.FirstOrDefault(erased => erased.Rule == rule.Id) is { } erased
        ? Say("safeErasedOf", erased.Count, keeper.Parts.Day(erased.Last))
        : Say(rule.Then == "keep-masked" ? "safeErasedNever" : Noted.Contains(rule.Class) ? "safeErasedNone" : "safeErasedUncounted");

    private string Round() => kept.Round is not { } round ? Say("safeRoundNone") : Say(!round.IsDone ? "safeRoundOn" : round.Left == 0 ? "safeRoundFull" : "safeRoundDone", keeper.Parts.Day(round.Day), round.Left);

    private Html Erased()
    {
        var names = kept.Rules.GroupBy(rule => rule.Id).ToDictionary(same => same.Key, same => same.First().Name, StringComparer.Ordinal);
        return Html.Of($"""
            <form class="filter no-print" method="get" action="{KeeperTab.Retention.Path}">
              <label>{Say("safeMonth")} <input type="month" name="month" value="{PageParts.Month(kept.Month)}" placeholder="2026-01"></label>
              <button type="submit" class="tool">{Say("statsShow")}</button>
            </form>
            <h3>{keeper.Parts.MonthInWords(kept.Month)}</h3>
            {(kept.Erased.Count == 0
                ? keeper.Parts.Paragraph("safeErasedNothing")
                : keeper.Parts.Table("safeErased", ["safeNumber", "safeKind", "safeErasedOn"], kept.Erased.OrderBy(erased => erased.On).Select(erased => new[]
                {
                    Html.Of($"<span class=\"code\">{erased.Id}</span>"), Html.Of($"{names.GetValueOrDefault(erased.Rule, erased.Rule)}"), Html.Of($"{keeper.Parts.Day(erased.On)}"),
                })))}
            """);
    }

    private string Say(string key, params object?[] facts) => keeper.Say(key, facts);
}
