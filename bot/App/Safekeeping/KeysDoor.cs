using OneVisit.Bot.Pages;
using OneVisit.Contracts;

namespace OneVisit.Bot.Safekeeping;

/// <summary>The sealing keys by their names, and how far a change of keys has come. No key is ever shown, because none comes here.</summary>
internal sealed class KeysDoor(KeeperDoor door)
{
    public Task<IResult> ShowAsync(HttpContext http, CancellationToken stop) => door.OpenAsync(http, KeeperTab.KeysOfSeal, async keeper =>
        keeper.Answered(await keeper.Office.GetAsync<KeysView>(keeper.Speaker, Routes.Keys, stop), keys => keeper.Page(new KeysPart(keeper, keys).Content())), stop);
}

/// <summary>Each key with what lies under it, and the pass that goes through all.</summary>
internal sealed class KeysPart(Keeper keeper, KeysView keys)
{
    public Html Content() => Html.Of($"""
        {keeper.Parts.Section("keys", "safeKeys", keeper.Parts.Table("safeKeys", ["safeKey", "safeKeyState", "safeKeySince", "safeKeyUnder"], Rows()))}
        {keeper.Parts.Section("progress", "safeRotation", Progress())}
        {keeper.Parts.Section("kinds", "safeKeyKinds", keeper.Parts.Table("safeKeyKinds", ["safeKind", "safeKeyCurrent", "safeKeyLeft", "safeKeyErased", "safeKeyWithout"], keys.Kinds.Select(kind => new[]
        {
            Html.Of($"{Say("safeKeyKind-" + kind.Kind)}"), Html.Of($"{kind.Current}"), Html.Of($"{keeper.Left(kind.Left)}"), Html.Of($"{kind.Erased}"), Html.Of($"{kind.Without}"),
        })))}
        {(keys.LookUps is { } lookUps ? new LookupsPart(keeper, lookUps).Content() : Html.None)}
        {keeper.Parts.Section("change", "safeRotate", Html.Of($"<p>{Say("safeRotateHow")}</p><p>{Say("safeRotateWhat")}</p><p>{Say("safeRotateOld")}</p><p>{Say("safeRotateLookups")}</p>"))}
        """);

    private IEnumerable<Html[]> Rows() =>
    [
        [Html.Of($"<span class=\"code\">{keys.Current}</span>"), Html.Of($"<b>{Say("safeKeyNow")}</b>"), Html.Of($"{(keys.Since is { } since ? keeper.Moment(since) : Say("safeKeyNotSeen"))}"), Html.Of($"{keys.Kinds.Sum(kind => kind.Current)}")],
        .. keys.Older.Select(older => (Html[])
        [
            Html.Of($"<span class=\"code\">{older.Id}</span>"), Html.Of($"{Say(older.MayBeDisabled ? "safeKeyMayGo" : "safeKeyNeeded")}"), Html.Of($"{Say("safeKeyEarlier")}"), Html.Of($"{keeper.Left(older.Left)}"),
        ]),
    ];

    private Html Progress()
    {
        var done = keys.Kinds.Sum(kind => kind.Current);
        int? left = keys.Kinds.All(kind => kind.Left is not null) ? keys.Kinds.Sum(kind => kind.Left) : null;
        return Html.Of($"""
            <p>{(left is not { } open ? Say("safeRotationUncounted") : open == 0 ? Say("safeRotationDone", done) : Say("safeRotationOn", done, open))}</p>
            {(left is > 0 ? Html.Of($"<progress value=\"{done}\" max=\"{done + left.Value}\" aria-label=\"{Say("safeRotation")}\"></progress>") : Html.None)}
            {keeper.Pass(keys.PassStartedAt, keys.PassDoneAt, keys.StillSince, "safePassNone")}
            """);
    }

    private string Say(string key, params object?[] facts) => keeper.Say(key, facts);
}
