using System.Collections.Immutable;
using System.Globalization;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Functions.Words;
using OneVisit.Papers;

namespace OneVisit.Functions.Folder;

/// <summary>The same page on paper.</summary>
internal sealed class FolderPaper(CaseFolder folder, Language language, DateTimeOffset now)
{
    public Paper Set() => new(
        new PaperHead(Say("folder.title"), Say("office.city"), folder.CaseId, Sentences.Of(language, "notice.page-of"), language.Code(), now) { Foot = [Say("folder.foot", Moment(now))] },
        [
            Head(),
            new Block.Heading(Say("folder.stages")), Stages(), .. Clock(),
            new Block.Heading(Say("folder.timeline")), Timeline(),
            new Block.Heading(Say("folder.materials")), Materials(),
            .. Section("folder.issued", folder.Issued.Count, Issued), .. Section("package.notice", folder.Notices.Count, Notices), .. Section("folder.objections", folder.Objections.Count, Objections),
            .. Decision(), .. Rating(), .. Package(),
        ]);

    private Block Head() => new Block.Fields(
    [
        Field("package.item", $"{folder.Service} {folder.ServiceName}"), Field("package.applicant", folder.Applicant), Field("folder.village", $"{folder.Township} {folder.Village}"),
        Field("notice.members", folder.Members is { } members ? Say("note.members", members) : Say("notice.unknown")),
        Field("folder.submitted", Day(folder.SubmittedOn)), Field("folder.accepted", Day(folder.AcceptedOn)),
        Field("folder.due", folder.DueOn is { } due ? $"{Day(due)} {Say("folder.due." + folder.DueState)}{(folder.DueIsProvisional ? Say("folder.provisional") : "")}" : ""),
        Field("folder.status", Say("folder.status." + folder.Status)), Field("folder.by-agent", folder.Agent ?? Say("folder.nobody")),
        .. folder.Representative is { } acting ? [Field("folder.representative", acting)] : Array.Empty<Field>(),
        Field("folder.visits", folder.Visits.ToString(CultureInfo.InvariantCulture)),
        Field("package.head", $"{folder.Entries} · {folder.Head}"),
    ]);

    private Block Stages() => Table(
        ["folder.stage", "folder.desk", "folder.due", "folder.done", "package.by"], [3, 4, 4, 3, 4],
        folder.Stages.Select(stage => new[]
        {
            stage.Round > 1 ? Say("folder.round", stage.Name, stage.Round) : stage.Name, stage.Desk ?? Say("folder.system"),
            stage.DueOn is { } due ? Short(due) + (stage.DueState is { } state ? " " + Say((stage.State == "done" ? "folder.kept." : "folder.due.") + state) : "") : "", stage.DoneOn is { } done ? Short(done) : Say("folder.state." + stage.State), stage.By ?? "",
        }));

    private IEnumerable<Block> Clock()
    {
        if (folder.Extended is { } extended)
            yield return new Block.Paragraph(Say("folder.extended", extended));
        foreach (var pause in folder.Pauses)
            yield return new Block.Paragraph(Say("folder.paused", pause.Cause, Short(pause.From), pause.To is { } to ? Short(to) : ""));
    }

    private Block Timeline() => Table(
        ["package.at", "folder.what", "package.by", "folder.note"], [3, 3, 3, 5],
        folder.Timeline.Select(entry => new[] { Moment(entry.At), entry.What, entry.By ?? Say("folder.system"), entry.Note ?? "" }));

    private Block Materials() => Table(
        ["package.name", "folder.state", "folder.files"], [4, 4, 2],
        folder.Materials.Select(material => new[] { material.Name, Say("folder.material." + material.Status), material.Documents.Count.ToString(CultureInfo.InvariantCulture) }));

    private Block Issued() => Table(
        ["package.name", "folder.number", "package.at", "folder.state"], [3, 5, 3, 2],
        folder.Issued.Select(paper => new[] { paper.Name, paper.Number, Short(paper.IssuedOn), Say("folder.paper." + paper.State) }));

    private Block Notices() => Table(
        ["notice.number", "notice.period", "notice.members", "notice.amount", "folder.state"], [4, 5, 2, 3, 2],
        folder.Notices.Select(notice => new[]
        {
            notice.Number, $"{Short(notice.From)} – {Short(notice.Until)}", notice.Members?.ToString(CultureInfo.InvariantCulture) ?? "", notice.Amount, Say("folder.notice." + notice.State),
        }));

    private Block Objections() => Table(
        ["folder.number", "folder.raised", "package.finding", "folder.answered", "package.by"], [4, 3, 2, 3, 4],
        folder.Objections.Select(objection => new[]
        {
            objection.Number, Short(objection.RaisedOn), objection.Finding ?? Say("folder.unanswered"), objection.AnsweredOn is { } on ? Short(on) : "", objection.By ?? "",
        }));

    private IEnumerable<Block> Decision()
    {
        yield return new Block.Heading(Say("package.decided"));
        if (folder.Decision is { } decision)
        {
            yield return new Block.Fields(
            [
                Field("package.act", decision.Outcome), Field("package.by", decision.By), Field("package.at", Moment(decision.At)), Field("folder.reason", decision.Reason ?? ""),
                Field("folder.delivered", Day(decision.DeliveredOn)), Field("folder.register", decision.RegisterNumber ?? ""),
            ]);
        }
        yield return new Block.Points([.. folder.Laws.Select(law => new Wording(law))]);
    }

    private IEnumerable<Block> Rating()
    {
        if (folder.Rating is not { } rating)
            yield break;
        yield return new Block.Heading(Say("event.rated"));
        yield return new Block.Paragraph(string.Join(Say("note.separator"), ((string?[])[Say("note.stars", rating.Stars), .. rating.Tags, rating.Comment, Short(rating.On)]).Where(part => !string.IsNullOrEmpty(part))));
    }

    private IEnumerable<Block> Package()
    {
        if (folder.Package is not { } package)
            yield break;
        yield return new Block.Heading(Say("folder.package"));
        yield return new Block.Paragraph(Say("package.ready", package.Items, package.Hash));
        if (package.Missing.Count > 0)
            yield return new Block.Paragraph(Say("package.lacks", string.Join(Say("list.separator"), package.Missing)));
    }

    private IEnumerable<Block> Section(string heading, int count, Func<Block> table) => count == 0 ? [] : [new Block.Heading(Say(heading)), table()];

    private Block.Table Table(string[] heads, float[] shares, IEnumerable<string[]> rows) =>
        new([.. heads.Zip(shares, (head, share) => new Column(Say(head), share))], [.. rows.Select(row => row.Select(cell => new Wording(cell)).ToImmutableArray())]);

    private Field Field(string label, string value) => new(Say(label), value);

    private string Day(DateOnly? day) => day is { } known ? Sentences.Day(language, known) : "";

    private static string Short(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset at) => at.ToOffset(BeijingTime.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private string Say(string key, params ReadOnlySpan<object?> facts) => Sentences.Of(language, key, facts);
}
