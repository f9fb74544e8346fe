using System.Collections.Immutable;
using System.Globalization;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Words;
using OneVisit.Papers;
using Paper = OneVisit.Papers.Paper;

namespace OneVisit.Functions.Filing;

/// <summary>What a package holds that is written for it: the index (案卷目录), and the records of survey, data check, opinion, notice and decision. In Chinese, as the file is.</summary>
internal static class FilePapers
{
    public static Paper Index(CaseFile file, IReadOnlyList<PackedPiece> pieces, IReadOnlyList<string> missing) => new(
        HeadOf(file, "package.index"),
        [
            new Block.Fields(
            [
                Field("package.case", file.CaseId),
                Field("package.item", $"{file.Current.Application.Service} {file.Service.Name.In(Language.Chinese)}"),
                Field("package.applicant", $"{file.Current.Applicant.NameMasked} {CaseWords.VillageName(file, Language.Chinese)}"),
                Field("package.decided", Decided(file)),
                Field("package.head", $"{file.Entries.Length} · {file.Entries[^1].Hash}"),
            ]),
            new Block.Table(
                [new(Say("package.number"), 1), new(Say("package.name"), 4), new(Say("package.file"), 5), new(Say("package.bytes"), 2), new(Say("package.check"), 4)],
                [.. pieces.Select((piece, index) => Row(piece, index + 1))]),
            .. Missing(file, missing),
        ]);

    public static ReadOnlyMemory<byte> Records(CaseFile file) => PaperPress.Print(new Paper(
        HeadOf(file, "package.records"),
        [
            .. file.Current.Tasks.Where(task => task.Done is { Act: not (TaskAct.Superseded or TaskAct.Cosigned or TaskAct.SignatureWithdrawn) } && !task.IsErrand).SelectMany(task => Record(file, task)),
            .. Notice(file),
            .. file.Current.Objections.SelectMany(objection => Objection(objection)),
        ])).Content;

    /// <summary>What is missing, for people.</summary>
    public static string NameOf(string missing, CaseFile file, Language language) => missing.StartsWith(PackagePieces.Paper, StringComparison.Ordinal)
        ? CaseWords.PaperName(file, missing[PackagePieces.Paper.Length..], language)
        : Sentences.Of(language, "package.piece." + missing);

    private static IEnumerable<Block> Missing(CaseFile file, IReadOnlyList<string> missing)
    {
        if (missing.Count == 0)
            yield break;
        yield return new Block.Heading(Say("package.missing"));
        yield return new Block.Points([.. missing.Select(piece => new Wording(NameOf(piece, file, Language.Chinese)))]);
    }

    private static IEnumerable<Block> Record(CaseFile file, CaseTask task)
    {
        var (stage, done) = (file.Procedure.Find(task.StageId), task.Done!);
        yield return new Block.Heading(Sentences.Of(Language.Chinese, "package.stage", stage?.Name.In(Language.Chinese) ?? Say("stage." + task.StageId), task.Round));
        yield return new Block.Fields(
        [
            Field("package.by", ActorWords.Of(done.By, Language.Chinese) ?? ""),
            Field("package.office", ActorWords.OfOffice(task.Office, file.Catalogue.Places, Language.Chinese)),
            Field("package.at", Day(done.At)),
            Field("package.act", Sentences.Of(Language.Chinese, "act." + done.Act.Name)),
            Field("package.said", new TimelineWords(file, Language.Chinese).Note(done.Act) ?? ""),
            Field("package.law", stage?.Law?.In(Language.Chinese) ?? ""),
        ]);
    }

    private static IEnumerable<Block> Notice(CaseFile file)
    {
        if (file.Current.Notice is not { } notice)
            yield break;
        yield return new Block.Heading(Say("package.notice"));
        yield return new Block.Fields(
        [
            Field("notice.period", Sentences.Of(Language.Chinese, "notice.from-until", Sentences.Day(Language.Chinese, notice.From), Sentences.Day(Language.Chinese, notice.Until))),
            Field("package.hung", notice.EndedAt is { } ended ? Day(ended) : ""),
            Field("package.objections", file.Current.Objections.Length.ToString(CultureInfo.InvariantCulture)),
        ]);
    }

    private static IEnumerable<Block> Objection(NoticeObjection objection)
    {
        yield return new Block.Heading(Sentences.Of(Language.Chinese, "package.objection", objection.Matter));
        yield return new Block.Fields(
        [
            Field("package.at", Day(objection.RaisedAt)),
            Field("package.finding", objection.Finding is { } finding ? Say("finding." + finding.Code()) : ""),
            Field("package.by", objection.AnsweredBy is { } by ? ActorWords.Of(by, Language.Chinese) ?? "" : ""),
        ]);
    }

    private static ImmutableArray<Wording> Row(PackedPiece piece, int number) =>
    [
        number.ToString(CultureInfo.InvariantCulture), piece.Path[0] is '2' or '3' ? piece.Name : Say("package." + piece.Name), piece.Path,
        piece.Bytes.ToString("#,##0", CultureInfo.InvariantCulture), piece.Sha256[..16],
    ];

    private static string Decided(CaseFile file)
    {
        var decision = file.Current.Decision!;
        return $"{Day(decision.At)} {ActorWords.Of(decision.By, Language.Chinese)}";
    }

    // Printed as of the decision: the same file packed twice is the same bytes.
    private static PaperHead HeadOf(CaseFile file, string title) => new(
        Say(title), ActorWords.OfOffice(MatterDecisions.PointOf(file.Current), file.Catalogue.Places, Language.Chinese), file.CaseId, Say("notice.page-of"), Language.Chinese.Code(),
        file.Current.Decision!.At)
    {
        Foot = [Sentences.Of(Language.Chinese, "package.foot")],
    };

    private static Field Field(string label, string value) => new(Say(label), value);

    private static string Day(DateTimeOffset at) => Sentences.Day(Language.Chinese, BeijingTime.DayOf(at));

    private static string Say(string key) => Sentences.Of(Language.Chinese, key);
}
