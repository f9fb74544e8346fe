using OneVisit.Bot.Pages;
using OneVisit.Contracts;

namespace OneVisit.Bot.Safekeeping;

/// <summary>The holds that stand with the form that ends each, a form for another, and those that were ended.</summary>
internal sealed class HoldsPart(Keeper keeper, Draft draft)
{
    public Html Content(IReadOnlyList<HoldView> holds)
    {
        var (standing, ended) = (holds.Where(hold => hold.Stands).ToArray(), holds.Where(hold => !hold.Stands).ToArray());
        return Html.Of($"""
            {keeper.Parts.Section("standing", "safeHoldsStanding", standing.Length == 0 ? keeper.Parts.Paragraph("safeHoldsNone") : Html.Join(standing.Select(Standing)))}
            {(keeper.May("OrderHold") ? keeper.Parts.Section("order", "safeHoldNew", Order()) : Html.None)}
            {(ended.Length == 0 ? Html.None : keeper.Parts.Section("ended", "safeHoldsEnded", keeper.Parts.Table("safeHoldsEnded", ["safeHoldNumber", "safeHoldOf", "safeHoldWhy", "safeHoldSince", "safeHoldUntil", "safeHoldEndWhy"], ended.Select(Ended))))}
            """);
    }

    private Html Standing(HoldView hold) => Html.Of($"""
        <article class="card" aria-labelledby="hold-{hold.HoldId}">
        <h3 id="hold-{hold.HoldId}"><span class="code">{hold.HoldId}</span> · {Of(hold)}</h3>
        <dl class="facts">
          <dt>{Say("safeHoldBy")}</dt><dd>{hold.OrderedBy}</dd><dt>{Say("safeHoldWhy")}</dt><dd>{hold.Reason}</dd>
          <dt>{Say("safeHoldSince")}</dt><dd>{keeper.Moment(hold.PlacedAt)} {hold.PlacedBy}</dd><dt>{Say("safeHoldUntil")}</dt><dd>{Say("safeHoldOpen")}</dd>
        </dl>
        {(keeper.May("EndHold") ? End(hold) : Html.None)}
        </article>
        """);

    private Html End(HoldView hold)
    {
        var form = new FormPart(draft, "end-" + hold.HoldId);
        return form.Folded(Say("safeHoldEnd"), form.Of(
            $"{KeeperTab.Holds.Path}/{hold.HoldId}", form.Words("reason", Say("safeHoldEndWhy"), Say("safeHoldEndHelp")), Say("safeHoldEnd"), Say("safeHoldEndWill", Of(hold))));
    }

    private Html Order()
    {
        var form = new FormPart(draft, "order");
        return form.Of(
            KeeperTab.Holds.Path,
            Html.Of($"""
                {form.Text("number", Say("safeHoldCase"), Say("safeHoldCaseHelp"), TypedNumber.OfJournal(keeper.Query("number")) ?? "", 40)}
                {form.Text("idNumber", Say("safeHoldPerson"), Say("safeHoldPersonHelp"), longest: 30)}
                {form.Text("orderedBy", Say("safeHoldBy"), Say("safeHoldByHelp"), longest: 500)}
                {form.Words("reason", Say("safeHoldWhy"), Say("safeHoldWhyHelp"))}
                """),
            Say("safeHoldOrder"), Say("safeHoldWill"));
    }

    private Html[] Ended(HoldView hold) =>
    [
        Html.Of($"<span class=\"code\">{hold.HoldId}</span>"), Html.Of($"{Of(hold)}"), Html.Of($"{hold.OrderedBy}<br>{hold.Reason}"),
        Html.Of($"{keeper.Moment(hold.PlacedAt)} {hold.PlacedBy}"), Html.Of($"{(hold.LiftedAt is { } at ? keeper.Moment(at) : "")} {hold.LiftedBy}"), Html.Of($"{hold.LiftReason}"),
    ];

    private string Of(HoldView hold) => hold.Number ?? Say("safeHoldOfPerson", hold.Person);

    private string Say(string key, params object?[] facts) => keeper.Say(key, facts);
}
