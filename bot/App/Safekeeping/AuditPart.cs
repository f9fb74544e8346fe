using System.Globalization;
using OneVisit.Bot.Pages;
using OneVisit.Contracts;

namespace OneVisit.Bot.Safekeeping;

/// <summary>Last night's result with every fault named, what was looked at just now, and the nights before.</summary>
internal sealed class AuditPart(Keeper keeper, AuditView audit, AuditLook? look, Draft draft)
{
    public Html Content() => Html.Of($"""
        {(look is null ? Html.None : keeper.Parts.Section("look", "safeLook", Looked(look)))}
        {keeper.Parts.Section("night", "safeNight", audit.Nights is [var last, ..] ? Night(last) : keeper.Parts.Paragraph("safeNightNone"))}
        {(keeper.May("CheckJournals") ? keeper.Parts.Section("all", "safeCheckAll", CheckAll(null)) : Html.None)}
        {(keeper.May("CheckJournal") ? keeper.Parts.Section("one", "safeCheckOne", CheckOne()) : Html.None)}
        {(audit.Accepted.Count == 0 ? Html.None : keeper.Parts.Section("accepted", "safeAccepted", keeper.Parts.Table("safeAccepted", ["safeFound", "safeAcceptedWhy", "safeAcceptedBy", "safeAcceptedAt"], audit.Accepted.Select(Row))))}
        {(audit.Nights.Count < 2 ? Html.None : keeper.Parts.Section("nights", "safeNights", keeper.Parts.Table("safeNights", ["safeNightOn", "safeJournals", "safeEntries", "safeFound", "safeAnchor"], audit.Nights.Select(Row))))}
        """);

    private Html Night(AuditNight night) => Html.Of($"""
        <p class="lead">{Say(Open(night.Findings) == 0 ? "safeNightGood" : "safeNightBad", keeper.Parts.Day(night.Day), night.Journals, night.Entries, Open(night.Findings))}</p>
        {Findings(night.Findings)}
        <p class="quiet">{Say("safeAnchor")} <span class="code">{night.Hash}</span><br>{Say("safeAnchorHelp")}</p>
        """);

    private Html Looked(AuditLook taken) => taken switch
    {
        AuditLook.One { Check: { Finding: { } finding } check } => Html.Of($"<div class=\"wrongs\" role=\"alert\" tabindex=\"-1\" autofocus><p class=\"wrong\">{TextOf(finding)}</p></div>{Accept(check)}"),
        AuditLook.One { Check: { Journal: JournalCheck.Anchors } check } => Html.Of($"<p class=\"done\" role=\"status\" tabindex=\"-1\" autofocus>{Say("safeAnchorsGood", check.Version)} <span class=\"code\">{check.Hash}</span></p>"),
        AuditLook.One { Check: var check } => Html.Of($"<p class=\"done\" role=\"status\" tabindex=\"-1\" autofocus>{Say("safeOneGood", check.Journal, check.Version)} <span class=\"code\">{check.Hash}</span></p>"),
        AuditLook.All all => Html.Of($"""
            <p class="{(all.Before + Open(all.Findings) == 0 ? "done" : "wrongs")}" role="status" tabindex="-1" autofocus>{Say(all.After is null ? "safeAllDone" : "safeAllSoFar", all.Journals, all.Before + Open(all.Findings))}</p>
            {Findings(all.Findings)}
            {(all.After is null ? Html.None : CheckAll(all))}
            """),
        _ => Html.None,
    };

    private Html CheckAll(AuditLook.All? soFar)
    {
        var form = new FormPart(Draft.None, soFar is null ? "all" : "on");
        return form.Of(
            KeeperTab.Audit.Path,
            soFar is null ? Html.None : Html.Of($"{form.Hidden("after", soFar.After!)}{form.Hidden("journals", Text(soFar.Journals))}{form.Hidden("found", Text(soFar.Before + Open(soFar.Findings)))}"),
            Say(soFar is null ? "safeCheckAll" : "safeCheckOn"), Say("safeCheckAllWill"));
    }

    private Html CheckOne()
    {
        var form = new FormPart(draft, "one");
        return form.Of(KeeperTab.Audit.Path + "/journal", form.Text("number", Say("safeJournal"), Say("safeJournalHelp"), longest: 40), Say("safeCheckOne"), Say("safeCheckOneWill"));
    }

    // Accepted is only what was looked at, so the form stands under the look.
    private Html Accept(JournalCheck check)
    {
        if (check is not { Finding.IsAccepted: false, Stands: { } stands } || !keeper.May("AcceptFinding"))
            return Html.None;
        var form = new FormPart(draft, "accept");
        return form.Folded(Say("safeAccept"), form.Of(
            KeeperTab.Audit.Path + "/accepted", Html.Of($"{form.Hidden("number", check.Journal)}{form.Hidden("stands", stands)}{form.Words("reason", Say("safeAcceptWhy"), Say("safeAcceptHelp"))}"),
            Say("safeAccept"), Say("safeAcceptWill")));
    }

    private Html Findings(IReadOnlyList<AuditFindingView> findings) => findings.Count == 0
        ? Html.None
        : Html.Of($"<ul class=\"changes\">{Html.Join(findings.Select(finding => Html.Of($"<li class=\"{(finding.IsAccepted ? "quiet" : "wrong")}\">{TextOf(finding)}{LookAt(finding)}</li>")))}</ul>");

    // Straight to the one that something is wrong with.
    private Html LookAt(AuditFindingView finding) =>
        !keeper.May("CheckJournal") || TypedNumber.OfJournal(finding.Journal.Length == 0 ? JournalCheck.Anchors : finding.Journal) is not { } number ? Html.None : Html.Of($"""
             <form class="beside" method="post" action="{KeeperTab.Audit.Path}/journal"><input type="hidden" name="number" value="{number}"><button type="submit" class="link">{Say("safeLookAt")}<span class="unseen"> {finding.Journal}</span></button></form>
            """);

    private string TextOf(AuditFindingView finding) => finding.IsAccepted ? Say("safeFoundAccepted", finding.Text) : finding.Text;

    private static int Open(IReadOnlyList<AuditFindingView> findings) => findings.Count(finding => !finding.IsAccepted);

    private Html[] Row(AcceptedFindingView accepted) => [Html.Of($"{accepted.Text}"), Html.Of($"{accepted.Reason}"), Html.Of($"{accepted.By}"), Html.Of($"{keeper.Moment(accepted.At)}")];

    private Html[] Row(AuditNight night) =>
    [
        Html.Of($"{keeper.Parts.Day(night.Day)}"), Html.Of($"{night.Journals}"), Html.Of($"{night.Entries.ToString(CultureInfo.InvariantCulture)}"),
        night.Findings.Count == 0 ? Html.Of($"{Say("safeFoundNone")}") : Findings(night.Findings), Html.Of($"<span class=\"code\">{night.Hash[..Math.Min(16, night.Hash.Length)]}</span>"),
    ];

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);

    private string Say(string key, params object?[] facts) => keeper.Say(key, facts);
}
