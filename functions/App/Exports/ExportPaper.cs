using System.Collections.Immutable;
using System.Globalization;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Retention;
using OneVisit.Functions.Retention;
using OneVisit.Functions.Words;
using OneVisit.Papers;

namespace OneVisit.Functions.Exports;

/// <summary>The export for a person to read: who they are to the office, what lies where and for how long, who was asked about them.</summary>
internal sealed class ExportPaper(PersonalExport export, RetentionPlan retention, Language language, DateTimeOffset now)
{
    public Paper Set() => new(
        new PaperHead(Say("export.title"), Say("office.city"), Moment(now), Say("notice.page-of"), language.Code(), now) { Foot = [Say("export.foot")] },
        [.. Persons(), .. export.Cases.SelectMany(Case), .. Lived(), .. ActedFor(), .. LookUps(), .. Complaints(), new Block.Paragraph(Say("export.files")), new Block.Paragraph(NotHere())]);

    private IEnumerable<Block> Persons()
    {
        yield return new Block.Heading(Say("export.person"));
        if (export.Persons.Count == 0)
            yield return new Block.Paragraph(Say("export.nothing"));
        foreach (var person in export.Persons)
            yield return new Block.Fields([Field("export.name", person.Name), Field("export.id", person.IdNumber), Field("export.phone", string.Join(' ', person.Phones))]);
    }

    private IEnumerable<Block> Case(ExportedCase one)
    {
        yield return new Block.Heading($"{one.CaseId} {one.ServiceName}");
        yield return new Block.Fields(
        [
            Field("folder.submitted", Day(one.SubmittedOn)), Field("folder.village", one.Village), Field("folder.status", Say("folder.status." + one.Folder.Status)),
            Field("export.story", one.Story ?? ""), Field("export.members", string.Join(Say("list.separator"), one.Members)),
            Field("export.relatives", string.Join(Say("list.separator"), one.Relatives.Select(relative => relative.Name))), Field("folder.register", one.RegisterNumber ?? ""), Field("export.keep", one.Keep), .. one.Representative is { } acting ? [Field("folder.representative", acting)] : Array.Empty<Field>(),
        ]);
        if (one.Files.Count > 0)
            yield return Table(["package.name", "export.path", "package.at"], [4, 6, 3], one.Files.Select(file => new[] { file.Name, file.Path, Moment(file.AddedAt) }));
        foreach (var block in Looks(one.Looks))
            yield return block;
        if (one.Steps.Count > 0)
            yield return Table(["package.at", "export.step", "export.looked-by", "export.looked-why"], [3, 3, 4, 5], one.Steps.Select(step => new[] { Moment(step.At), step.What, step.By, step.Note ?? "" }));
    }

    private IEnumerable<Block> Looks(IReadOnlyList<ExportedLook> looks) => looks.Count == 0 ? [new Block.Paragraph(Say("export.looks-none"))] :
    [
        new Block.Paragraph(Say("export.looks")),
        Table(["package.at", "export.looked-by", "export.looked-what", "export.looked-why"], [3, 4, 3, 5], looks.Select(look => new[] { Moment(look.At), look.By, look.What, look.Reason })),
    ];

    private IEnumerable<Block> Lived() => export.Lived.Count == 0 ? [] :
    [
        new Block.Heading(Say("export.lived")),
        Table(["folder.number", "export.service", "export.on"], [4, 3, 3], export.Lived.Select(lived => new[] { lived.CaseId, lived.Service, Day(lived.On) })),
    ];

    private IEnumerable<Block> ActedFor() => export.ActedFor.Count == 0 ? [] :
    [
        new Block.Heading(Say("export.acted")),
        Table(["folder.number", "export.service", "export.person-masked", "export.from", "export.until"], [4, 3, 2, 3, 3],
            export.ActedFor.Select(acted => new[] { acted.CaseId, acted.ServiceName, acted.Person, Day(acted.From), acted.EndedOn is { } ended ? Day(ended) : acted.Until is { } until ? Day(until) : "" })),
        .. Looks([.. export.ActedFor.SelectMany(acted => acted.Looks).OrderBy(look => look.At)]),
    ];

    private IEnumerable<Block> LookUps() => export.LookUps.Count == 0 ? [] :
    [
        new Block.Heading(Say("export.look-ups")),
        Table(["package.at", "export.registry", "export.asked", "export.basis", "export.answer"], [3, 3, 4, 4, 2],
            export.LookUps.Select(asked => new[] { Moment(asked.At), asked.Registry, $"{asked.Question} {asked.Purpose}", asked.Basis, asked.Answer })),
    ];

    private IEnumerable<Block> Complaints() => export.Complaints.Count == 0 ? [] :
    [
        new Block.Heading(Say("export.complaints")),
        Table(["folder.number", "folder.raised", "export.words", "export.answer"], [3, 2, 5, 5], export.Complaints.Select(one => new[] { one.Number, Day(one.On), one.Words, one.Answer ?? "" })),
    ];

    // What is kept under a conversation and not under a person: the bot adds its own to who takes it in the chat.
    private string NotHere() => Sentences.Of(language, export.For == "self" ? "export.chat-beside" : "export.chat-not", Kept(DataClass.Chat), Kept(DataClass.Draft));

    private string Kept(DataClass one) => RetentionTold.Length(retention.Of(one, BeijingTime.DayOf(now))?.Keep, language);

    private Block.Table Table(string[] heads, float[] shares, IEnumerable<string[]> rows) =>
        new([.. heads.Zip(shares, (head, share) => new Column(Say(head), share))], [.. rows.Select(row => row.Select(cell => new Wording(cell)).ToImmutableArray())]);

    private Field Field(string label, string value) => new(Say(label), value);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset at) => at.ToOffset(BeijingTime.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private string Say(string key) => Sentences.Of(language, key);
}
