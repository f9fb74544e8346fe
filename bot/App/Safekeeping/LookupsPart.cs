using OneVisit.Bot.Pages;
using OneVisit.Contracts;

namespace OneVisit.Bot.Safekeeping;

/// <summary>The keys by which people are found again, and what still stands under older ones.</summary>
internal sealed class LookupsPart(Keeper keeper, LookupKeysView keys)
{
    public Html Content() => keeper.Parts.Section("look-ups", "safeLookups", Html.Of($"""
        <p>{Say("safeLookupsWhat")}</p>
        {keeper.Parts.Table("safeKeys", ["safeKey", "safeKeyState", "safeLookupLeft"], Rows())}
        {keeper.Pass(keys.PassStartedAt, keys.PassDoneAt, keys.StillSince, "safeLookupsOne")}
        {keeper.Parts.Table("safeKeyKinds", ["safeKind", "safeLookupLeft", "safeLookupMoved", "safeLookupEnds"], keys.Kinds.Select(kind => new[]
        {
            Html.Of($"{Say("safeLookup-" + kind.Kind)}"), Html.Of($"{keeper.Left(kind.Left)}"), Html.Of($"{kind.Moved}"), Html.Of($"{Say("safeLookupEnds-" + kind.Kind)}"),
        }))}
        """));

    private IEnumerable<Html[]> Rows() =>
    [
        [Html.Of($"<span class=\"code\">{keys.Current}</span>"), Html.Of($"<b>{Say("safeLookupNow")}</b>"), Html.Of($"")],
        .. keys.Older.Select(older => (Html[])
        [
            Html.Of($"<span class=\"code\">{older.Id}</span>"), Html.Of($"{Say(older.IsGone ? "safeLookupGone" : older.MayBeDisabled ? "safeLookupMayGo" : "safeKeyNeeded")}"), Html.Of($"{keeper.Left(older.Left)}"),
        ]),
    ];

    private string Say(string key, params object?[] facts) => keeper.Say(key, facts);
}
