using System.Globalization;
using OneVisit.Bot.BackOffices;
using OneVisit.Bot.Pages;
using OneVisit.Contracts;
using OneVisit.Domain.Services;

namespace OneVisit.Bot.Safekeeping;

/// <summary>Whether a point may decide: suspend its authority, let it decide again.</summary>
internal sealed class PointsDoor(KeeperDoor door)
{
    private const int TownshipDigits = 9;
    private static readonly string ChiefRepresentative = Role.ChiefRepresentative.Code();

    public Task<IResult> ListAsync(HttpContext http, CancellationToken stop) => door.OpenAsync(http, KeeperTab.Points, async keeper => keeper.Answered(
        await keeper.Office.GetUnnamedAsync<NoticePlace[]>(keeper.Speaker.Language, Routes.NoticePlaces, stop),
        points => keeper.Page(Html.Of($"<ul class=\"places\">{Html.Join(points.Select(point => Html.Of($"<li><a href=\"{PathOf(point.Township)}\">{point.Name}</a></li>")))}</ul>"))), stop);

    public Task<IResult> ShowAsync(HttpContext http, string township, CancellationToken stop) =>
        door.OpenAsync(http, KeeperTab.Points, keeper => PageAsync(keeper, township, Draft.None, StatusCodes.Status200OK, stop), stop);

    public Task<IResult> SuspendAsync(HttpContext http, string township, CancellationToken stop) => door.OpenAsync(http, KeeperTab.Points, async keeper =>
    {
        var draft = await keeper.TypedAsync("suspend", stop);
        foreach (var field in (string[])["from", "to"])
        {
            if (draft.OrNull(field) is not null && Day(draft, field) is null)
                return await PageAsync(keeper, township, draft.Wrong(field, keeper.Say("safeWhichDay")), StatusCodes.Status422UnprocessableEntity, stop);
        }
        var items = draft["items"].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var (role, office) = draft.OrNull("toOffice") is { } standIn ? (ChiefRepresentative, standIn) : ((string?)null, (string?)null);
        return await ActAsync(keeper, township, Paths.Suspension, new SuspendAuthority(draft["reason"], Day(draft, "from"), Day(draft, "to"), items, role, office), "suspended", draft, stop);
    }, stop);

    public Task<IResult> ResumeAsync(HttpContext http, string township, CancellationToken stop) => door.OpenAsync(http, KeeperTab.Points, async keeper =>
    {
        var draft = await keeper.TypedAsync("resume", stop);
        return await ActAsync(keeper, township, Paths.LiftSuspension, new LiftSuspension(draft["reason"]), "resumed", draft, stop);
    }, stop);

    private static async Task<IResult> ActAsync(Keeper keeper, string township, Func<string, string> route, object wish, string done, Draft draft, CancellationToken stop) => !IsTownship(township)
        ? await PageAsync(keeper, township, draft, StatusCodes.Status404NotFound, stop)
        : await keeper.ActedAsync(
            await keeper.Office.PostAsync<AuthorityView>(keeper.Speaker, route(township), wish, stop), _ => Keeper.Done(PathOf(township), done), PathOf(township),
            problem => PageAsync(keeper, township, draft.Wrong(problem), problem.Status, stop));

    private static async Task<IResult> PageAsync(Keeper keeper, string township, Draft draft, int status, CancellationToken stop) => keeper.Answered(
        IsTownship(township) ? await keeper.Office.GetAsync<AuthorityMatrixView>(keeper.Speaker, Paths.PointAuthority(township), stop) : Answer<AuthorityMatrixView>.NotThere,
        point => keeper.Page(new PointPart(keeper, point, PathOf(township), draft).Content(), draft, status));

    private static DateOnly? Day(Draft draft, string field) => DateOnly.TryParseExact(draft.OrNull(field), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static bool IsTownship(string township) => township.Length == TownshipDigits && township.All(char.IsAsciiDigit);

    private static string PathOf(string township) => $"{KeeperTab.Points.Path}/{township}";
}

/// <summary>A point with its suspensions, and the forms that begin and end one.</summary>
internal sealed class PointPart(Keeper keeper, AuthorityMatrixView point, string path, Draft draft)
{
    public Html Content() => Html.Of($"""
        <h2>{point.PointName}</h2>
        <p><a href="{KeeperTab.Points.Path}">{Say("safePointOther")}</a></p>
        {keeper.Parts.Section("now", "safePointNow", point.Suspensions.Count == 0
            ? keeper.Parts.Paragraph("safePointDecides")
            : keeper.Parts.Table("safePointNow", ["safePointState", "safePointPeriod", "safePointItems", "safePointMeanwhile", "safeHoldWhy", "safePointBy"], point.Suspensions.Reverse().Select(Row)))}
        {(keeper.May("LiftPointSuspension") && point.Suspensions.Any(known => known.LiftedAt is null) ? keeper.Parts.Section("resume", "safePointResume", Resume()) : Html.None)}
        {(keeper.May("SuspendPoint") ? keeper.Parts.Section("suspend", "safePointSuspend", Suspend()) : Html.None)}
        """);

    private Html[] Row(SuspensionView known) =>
    [
        Html.Of($"<b>{Say(known.LiftedAt is not null ? "safePointLifted" : known.InForce ? "safePointInForce" : "safePointNotNow")}</b>{(known.LiftedAt is { } lifted ? Html.Of($"<br>{keeper.Moment(lifted)}") : Html.None)}"),
        Html.Of($"{Say(known.To is null ? "safePointSince" : "safePointFromTo", keeper.Parts.Day(known.From), known.To is { } to ? keeper.Parts.Day(to) : "")}"),
        Html.Of($"{(known.Items.Count == 0 ? Say("safePointAll") : string.Join(Say("listSeparator"), known.Items.Select(NameOf)))}"), Html.Of($"{known.ToName}"), Html.Of($"{known.Reason}"), Html.Of($"{known.By}<br>{keeper.Moment(known.At)}"),
    ];

    private Html Suspend()
    {
        var form = new FormPart(draft, "suspend");
        return form.Of(
            path,
            Html.Of($"""
                {form.Words("reason", Say("safePointWhy"))}{form.Day("from", Say("safePointFrom"), Say("safePointFromHelp"))}{form.Day("to", Say("safePointTo"), Say("safePointToHelp"))}
                {form.Choices("items", Say("safePointSome"), point.Items.Select(item => (item.Code, item.Name)))}
                {form.Fold("toOffice", Say("safePointStandIn"), [("", Say("safePointBureau")), .. point.StandIns.Select(other => (other.Office, other.Name))])}
                """),
            Say("safePointSuspend"), Say("safePointWill", point.PointName));
    }

    private Html Resume()
    {
        var form = new FormPart(draft, "resume");
        return form.Of(path + "/resume", form.Words("reason", Say("safePointResumeWhy")), Say("safePointResume"), Say("safePointResumeWill", point.PointName));
    }

    private string NameOf(string item) => point.Items.FirstOrDefault(known => known.Code == item)?.Name ?? item;

    private string Say(string key, params object?[] facts) => keeper.Say(key, facts);
}
