using System.Globalization;
using OneVisit.Bot.Pages;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;

namespace OneVisit.Bot.Folder;

/// <summary>A case on one page: head, clock, what happened, papers, notice, decision. It prints as it stands.</summary>
internal sealed class FolderPages(SheetPages sheets)
{
    public IResult Show(HttpContext http, Language language, CaseFolder folder, FolderLinks open) => sheets.Show(
        http, language, $"{Say(language, "folderTitle")} {folder.CaseId}", new FolderPage(sheets, language, folder, open).Content(), StatusCodes.Status200OK, wide: true);

    private string Say(Language language, string key) => sheets.Say(language, key);
}

/// <summary>The parts of one folder.</summary>
internal sealed class FolderPage(SheetPages sheets, Language language, CaseFolder folder, FolderLinks open)
{
    public Html Content() => Html.Of($"""
        <h1>{Say("folderTitle")} <span class="code">{folder.CaseId}</span></h1>
        <p class="lead"><b>{folder.ServiceName}</b> · {folder.Applicant} · {folder.Village} · {Say("folderStatus-" + folder.Status)}{Due()}</p>
        <p class="no-print"><a class="tool" href="{open.Paper}">{Say("folderPdf")}</a> <button type="button" id="printPage" class="tool" hidden>{Say("folderPrint")}</button></p>
        <nav class="no-print jump" aria-label="{Say("folderParts")}">{Html.Join(Parts().Select(part => Html.Of($"<a href=\"#{part.Id}\">{part.Name}</a>")))}</nav>
        {Html.Join(Parts().Select(part => Html.Of($"<section id=\"{part.Id}\" aria-labelledby=\"h-{part.Id}\"><h2 id=\"h-{part.Id}\">{part.Name}</h2>{part.Body}</section>")))}
        <p class="quiet">{Say("folderJournal", folder.Entries)} <span class="code">{folder.Head}</span></p>
        """);

    private IEnumerable<(string Id, string Name, Html Body)> Parts()
    {
        yield return ("case", Say("folderCase"), Head());
        yield return ("clock", Say("folderClock"), Clock());
        yield return ("timeline", Say("folderTimeline"), Timeline());
        yield return ("papers", Say("folderPapers"), Papers());
        if (folder.Notices.Count > 0) yield return ("notice", Say("folderNotice"), Notice());
        if (folder.Decision is { } decision) yield return ("decision", Say("folderDecision"), Decision(decision));
        if (folder.Rating is { } rating) yield return ("rating", Say("folderRating"), Rating(rating));
        if (folder.Package is { } package) yield return ("package", Say("folderPackage"), Package(package));
        if (folder.Review is { } review) yield return ("review", Say("folderReview"), Html.Of($"<p>{review.Matter} · {review.Score.ToString("0.#", CultureInfo.InvariantCulture)} · {Say("grade-" + review.Grade)}</p>"));
    }

    private Html Due() => folder.DueOn is { } due
        ? Html.Of($" · <span class=\"clock {folder.DueState}\">{Say("folderDueBy", Day(due))} {Say("folderDue-" + folder.DueState)}{(folder.DueIsProvisional ? Say("folderProvisional") : "")}</span>")
        : Html.None;

    private Html Head() => Html.Of($"""
        <dl class="facts">
          {Fact("folderItem", $"{folder.Service} {folder.ServiceName}")}{Fact("folderApplicant", folder.Applicant)}{(folder.Representative is { } acting ? Fact("folderRepresentative", acting) : Html.None)}{Fact("folderHome", $"{folder.Township} {folder.Village}")}
          {Fact("boardMembers", folder.Members is { } members ? Say("members", members) : Say("boardUnknown"))}
          {Fact("folderSubmitted", Day(folder.SubmittedOn))}{Fact("folderAccepted", folder.AcceptedOn is { } accepted ? Day(accepted) : Say("folderNotYet"))}
          {Fact("folderAgent", folder.Agent ?? Say("folderNobody"))}{Fact("folderVisits", Say("folderTimes", folder.Visits))}
        </dl>
        """);

    private Html Clock() => Html.Of($"""
        {Table("folderClock", ["folderStage", "folderDesk", "folderLimit", "folderDone", "folderBy"], folder.Stages.Select(Stage))}
        {(folder.Extended is { } extended ? Html.Of($"<p>{Say("folderExtended", extended)}</p>") : Html.None)}
        {Html.Join(folder.Pauses.Select(pause => Html.Of($"<p>{(pause.To is { } to ? Say("folderPaused", pause.Cause, Day(pause.From), Day(to)) : Say("folderPausedStill", pause.Cause, Day(pause.From)))}</p>")))}
        """);

    private Html[] Stage(FolderStage stage) =>
    [
        Html.Of($"{(stage.Round > 1 ? Say("folderRound", stage.Name, stage.Round) : stage.Name)}"), Html.Of($"{stage.Desk ?? Say("folderSystem")}"),
        stage.DueOn is { } due ? Html.Of($"{Day(due)}{(stage.DueState is { } state && stage.State != "skipped" ? Html.Of($" <span class=\"clock {state}\">{Say((stage.State == "done" ? "folderKept-" : "folderDue-") + state)}</span>") : Html.None)}") : Html.None,
        Html.Of($"{(stage.DoneOn is { } done ? Day(done) : Say("folderState-" + stage.State))}"), Html.Of($"{stage.By ?? ""}"),
    ];

    private Html Timeline() => Html.Of($"""
        <ol class="timeline">{Html.Join(folder.Timeline.Select(entry => Html.Of($"<li><time datetime=\"{entry.At.ToString("O", CultureInfo.InvariantCulture)}\">{Moment(entry.At)}</time> <b>{entry.What}</b> <span class=\"quiet\">{entry.By ?? Say("folderSystem")}</span>{(string.IsNullOrEmpty(entry.Note) ? Html.None : Html.Of($"<br>{entry.Note}"))}</li>")))}</ol>
        """);

    private Html Papers() => Html.Of($"""
        {Table("folderMaterials", ["folderName", "folderHow", "folderFiles"], folder.Materials.Select(Material))}
        {(folder.Issued.Count == 0 ? Html.None : Html.Of($"<h3>{Say("folderIssued")}</h3>{Table("folderIssued", ["folderName", "folderNumber", "folderOn", "folderHow"], folder.Issued.Select(Issued))}"))}
        """);

    private Html[] Material(CaseMaterial material) =>
    [
        Html.Of($"{material.Name}{(material.BeyondList ? " " + Say("folderBeyond") : "")}"),
        Html.Of($"{(material.Status == "held" && material.HeldBy is { } holder ? Say("folderHeldBy", holder) : Say("folderMaterial-" + material.Status))}{(material.LaterBy is { } later ? " " + Say("folderLater", Day(later)) : "")}"),
        Html.Join(material.Documents.Select((document, index) => Html.Of($"<a href=\"{open.Document(document.DocumentId)}\" aria-label=\"{Say("folderOpenNamed", material.Name, index + 1)}\">{Say("folderOpen", index + 1)}</a> "))),
    ];

    private Html[] Issued(IssuedPaperView paper) =>
    [
        paper.State == "valid" ? Html.Of($"<a href=\"{open.Issued(paper.Kind)}\">{paper.Name}</a>") : Html.Of($"{paper.Name}"),
        Html.Of($"{paper.Number}"), Html.Of($"{Day(paper.IssuedOn)}"), Html.Of($"{Say("folderPaper-" + paper.State)}"),
    ];

    private Html Notice() => Html.Of($"""
        {Table("folderNotice", ["boardNumber", "boardPeriod", "boardMembers", "boardAmount", "folderHow"], folder.Notices.Select(notice => new[]
        {
            Html.Of($"<span class=\"code\">{notice.Number}</span>"), Html.Of($"{Say("boardFromUntil", Day(notice.From), Day(notice.Until))}"),
            Html.Of($"{(notice.Members is { } members ? Say("members", members) : Say("boardUnknown"))}"), Html.Of($"{notice.Amount}"), Html.Of($"{Say("folderNotice-" + notice.State)}"),
        }))}
        {(folder.Notices.LastOrDefault(notice => notice.Board is not null) is { Board: { } village } ? Html.Of($"<p class=\"no-print\"><a href=\"/notices/{village}\">{Say("folderBoard")}</a></p>") : Html.None)}
        {(folder.Objections.Count == 0 ? Html.Of($"<p>{Say(folder.Notices.Any(notice => notice.State == "hangs") ? "folderNoObjectionsYet" : "folderNoObjections")}</p>") : Html.Of($"<h3>{Say("folderObjections")}</h3>{Table("folderObjections", ["folderNumber", "folderRaised", "folderFinding", "folderOn", "folderBy"], folder.Objections.Select(Objection))}"))}
        """);

    private Html[] Objection(FolderObjection objection) =>
    [
        Html.Of($"<span class=\"code\">{objection.Number}</span>"), Html.Of($"{Day(objection.RaisedOn)}"), Html.Of($"{objection.Finding ?? Say("folderUnanswered")}"),
        Html.Of($"{(objection.AnsweredOn is { } on ? Day(on) : "")}"), Html.Of($"{objection.By ?? ""}"),
    ];

    private Html Decision(FolderDecision decision) => Html.Of($"""
        <dl class="facts">
          {Fact("folderOutcome", decision.Outcome)}{(decision.Reason is { } reason ? Fact("folderReason", reason) : Html.None)}{Fact("folderBy", decision.By)}{Fact("folderOn", Moment(decision.At))}
          {Fact("folderDelivered", decision.DeliveredOn is { } delivered ? Day(delivered) : Say("folderNotYet"))}{(decision.RegisterNumber is { } number ? Fact("folderRegister", number) : Html.None)}
        </dl>
        <h3>{Say("folderLaws")}</h3>
        <ul>{Html.Join(folder.Laws.Select(law => Html.Of($"<li>{law}</li>")))}</ul>
        """);

    private Html Rating(FolderRating rating) => Html.Of($"""
        <p>{Say("folderStars", rating.Stars)} · {Day(rating.On)}{(rating.Tags.Count > 0 ? " · " + string.Join(" · ", rating.Tags) : "")}</p>
        {(rating.Comment is { } comment ? Html.Of($"<p>{comment}</p>") : Html.None)}
        """);

    private Html Package(FolderPackage package) => Html.Of($"""
        <p>{Say("folderPieces", package.Items, Day(package.On))} {(open.Package is { } address ? Html.Of($"<a class=\"no-print\" href=\"{address}\">{Say("folderFetch")}</a>") : Html.None)}</p>
        <p class="quiet code">{package.Hash}</p>
        {(package.Missing.Count == 0 ? Html.None : Html.Of($"<p class=\"wrong\">{Say("folderMissing", string.Join(Say("listSeparator"), package.Missing))}</p>"))}
        """);

    // On a phone each row stands by itself, with the name of its column before each value.
    private Html Table(string caption, string[] heads, IEnumerable<Html[]> rows) => Html.Of($"""
        <table class="rows"><caption class="unseen">{Say(caption)}</caption>
        <thead><tr>{Html.Join(heads.Select(head => Html.Of($"<th scope=\"col\">{Say(head)}</th>")))}</tr></thead>
        <tbody>{Html.Join(rows.Select(row => Html.Of($"<tr>{Html.Join(row.Select((cell, index) => Html.Of($"<td data-name=\"{Say(heads[index])}\">{cell}</td>")))}</tr>")))}</tbody></table>
        """);

    private Html Fact(string name, string value) => Html.Of($"<dt>{Say(name)}</dt><dd>{value}</dd>");

    private string Day(DateOnly day) => SheetPages.Day(language, day);

    private static string Moment(DateTimeOffset at) => at.ToOffset(BeijingTime.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private string Say(string key, params object?[] facts) => sheets.Say(language, key, facts);
}
