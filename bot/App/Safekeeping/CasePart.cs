using OneVisit.Bot.Pages;
using OneVisit.Contracts;

namespace OneVisit.Bot.Safekeeping;

/// <summary>One case with what its reader may do with it, each beside what it is done to.</summary>
internal sealed class CasePart(Keeper keeper, CaseFolder folder, Draft draft)
{
    private readonly string path = $"{KeeperTab.Cases.Path}/{folder.CaseId}";

    public Html Content() => Html.Of($"""
        <h2><span class="code">{folder.CaseId}</span></h2>
        <p class="lead"><b>{folder.ServiceName}</b> · {folder.Applicant} · {folder.Village} · {Say("folderStatus-" + folder.Status)}</p>
        <p><a href="/folder/{folder.CaseId}">{Say("safeOpenFolder")}</a> · <a href="{KeeperTab.Cases.Path}">{Say("safeFindAnother")}</a>{(keeper.May("OrderHold") ? Html.Of($" · <a href=\"{KeeperTab.Holds.Path}?number={folder.CaseId}#h-order\">{Say("safeHoldOrder")}</a>") : Html.None)}</p>
        {(keeper.May("TakeNoticeDown") ? keeper.Parts.Section("notice", "safeNotice", Notice()) : Html.None)}
        {(keeper.May("WithdrawIssuedPaper") ? keeper.Parts.Section("papers", "safePapers", Papers()) : Html.None)}
        {(keeper.May("NoteArchived") ? keeper.Parts.Section("archive", "safeArchive", Archive()) : Html.None)}
        {(keeper.May("ExcludeFromRates") && folder.Rating is { } rating ? keeper.Parts.Section("rating", "safeRating", Rating(rating)) : Html.None)}
        {(keeper.May("RebuildProcess") ? keeper.Parts.Section("rebuild", "safeRebuild", Rebuild()) : Html.None)}
        """);

    private Html Notice()
    {
        if (folder.Notices.Count == 0)
            return keeper.Parts.Paragraph("safeNoticeNone");
        var form = new FormPart(draft, "notice");
        return Html.Of($"""
            {keeper.Parts.Table("safeNotice", ["boardNumber", "boardPeriod", "folderHow"], folder.Notices.Select(notice => new[]
            {
                Html.Of($"<span class=\"code\">{notice.Number}</span>"), Html.Of($"{Say("boardFromUntil", keeper.Parts.Day(notice.From), keeper.Parts.Day(notice.Until))}"), Html.Of($"{Say("folderNotice-" + notice.State)}"),
            }))}
            {(folder.Notices.LastOrDefault(notice => notice.State == "hangs") is not { } hangs ? keeper.Parts.Paragraph("safeNoticeOver") : Html.Of($"""
                {(hangs.Board is { } village ? Html.Of($"<p><a href=\"/notices/{village}\">{Say("folderBoard")}</a></p>") : Html.None)}
                {form.Of(
                    path + "/notice",
                    Html.Of($"{form.Choice("cause", Say("safeNoticeCause"), [("wrong-person", Say("safeNoticeWrong")), ("endangered", Say("safeNoticeDanger"))])}{form.Words("reason", Say("safeNoticeWhy"))}"),
                    Say("safeNoticeDo"), Say("safeNoticeWill", hangs.Number))}
                """))}
            """);
    }

    private Html Papers() => folder.Issued.Count == 0 ? keeper.Parts.Paragraph("safePapersNone") : Html.Join(folder.Issued.Select(Paper));

    private Html Paper(IssuedPaperView paper)
    {
        var form = new FormPart(draft, "paper-" + paper.Kind);
        return Html.Of($"""
            <article class="card"><h3>{paper.Name} <span class="code">{paper.Number}</span></h3>
            <p>{keeper.Parts.Day(paper.IssuedOn)} · {Say("folderPaper-" + paper.State)}</p>
            {(paper.State != "valid" ? Html.None : form.Folded(Say("safePaperDo"), form.Of(
                $"{path}/papers/{paper.Kind}", Html.Of($"{form.Hidden("number", paper.Number)}{form.Words("reason", Say("safePaperWhy"))}"), Say("safePaperDo"), Say("safePaperWill"))))}
            </article>
            """);
    }

    private Html Archive()
    {
        if (folder.Status != "closed")
            return keeper.Parts.Paragraph("safeArchiveEarly");
        var form = new FormPart(draft, "archive");
        return form.Folded(Say("safeArchiveDo"), form.Of(path + "/archive", form.Text("number", Say("safeArchiveNumber"), Say("safeArchiveHelp")), Say("safeArchiveDo"), Say("safeArchiveWill")));
    }

    private Html Rating(FolderRating rating)
    {
        var form = new FormPart(draft, "rating");
        return Html.Of($"""
            <p>{Say("folderStars", rating.Stars)} · {keeper.Parts.Day(rating.On)}</p>
            {form.Folded(Say("safeRatingDo"), form.Of(path + "/rating", form.Words("reason", Say("safeRatingWhy")), Say("safeRatingDo"), Say("safeRatingWill")))}
            """);
    }

    private Html Rebuild()
    {
        var form = new FormPart(draft, "rebuild");
        return form.Folded(Say("safeRebuildDo"), form.Of(path + "/process", Html.None, Say("safeRebuildDo"), Say("safeRebuildWill")));
    }

    private string Say(string key, params object?[] facts) => keeper.Say(key, facts);
}
