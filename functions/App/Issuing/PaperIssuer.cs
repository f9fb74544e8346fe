using Microsoft.Extensions.Logging;
using OneVisit.Domain;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Places;
using OneVisit.Domain.Services;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Words;
using OneVisit.Papers;
using OneVisit.Papers.Issued;
using OneVisit.Storage;

namespace OneVisit.Functions.Issuing;

/// <summary>
/// Issues what a case should have and has not: prints it once, keeps the bytes, and journals number, code and hash. Broken off, it is done again
/// with the same bytes; asked again, it finds nothing to print.
/// </summary>
public sealed class PaperIssuer(
    IEnumerable<IOfficePaper> kinds, CaseCabinet cabinet, DocumentStore store, CaseIndex index, LookupHash lookup, BackOfficeSettings settings, ILogger<PaperIssuer> logger)
{
    private const string Purpose = "paper-check";

    private readonly IOfficePaper[] kinds = [.. kinds];

    /// <returns>The case as it then stands, and what was just printed by the id under which it is kept.</returns>
    public async Task<(CaseFile File, IReadOnlyDictionary<string, BinaryData> Printed)> IssueAsync(CaseFile file, CancellationToken cancellation)
    {
        var (printed, contents) = (new List<PaperIssued>(), new Dictionary<string, BinaryData>(StringComparer.Ordinal));
        foreach (var kind in kinds)
        {
            foreach (var due in kind.DueIn(file).Where(due => file.Current.Paper(kind.Kind, due.Number) is null).ToArray())
                printed.Add(await PrintAsync(file, kind, due, contents, cancellation));
        }
        if (printed.Count == 0)
            return (file, contents);
        return await cabinet.ActAsync(file, (current, _) => CaseDecisions.IssuePapers(current.Current, printed), cancellation) is Acted.Done done
            ? (done.File, contents)
            : throw new InvalidOperationException($"The papers of {file.CaseId} could not be journalled.");
    }

    /// <summary>Of this kind the case should have one that is not issued yet: its process is about to.</summary>
    public bool IsDue(CaseFile file, string kind) =>
        !file.Current.IsClosed && kinds.FirstOrDefault(known => known.Kind == kind)?.DueIn(file).Any(due => file.Current.Paper(kind, due.Number) is null) == true;

    private async Task<PaperIssued> PrintAsync(CaseFile file, IOfficePaper kind, DuePaper due, Dictionary<string, BinaryData> contents, CancellationToken cancellation)
    {
        var code = CheckCode.Of(lookup.Of(Purpose, $"{file.CaseId}\n{kind.Kind}\n{due.Number}"));
        var marks = MarksOf(file, due, code);
        var paper = kind.Set(file, due, marks);
        var print = PaperPress.Print(paper.Paper);
        if (!print.Missing.IsEmpty)
            logger.LogWarning("Paper {Kind}: {Missing} characters are not in the font", kind.Kind, print.Missing.Length);
        var content = BinaryData.FromBytes(print.Content);
        var kept = await store.PutIssuedAsync(file.CaseId, kind.Kind, content, cancellation);
        contents[kept.DocumentId] = content;
        // Before the journal: a code that is journalled can always be found.
        await index.AddAsync(IndexKind.CheckCode, code.Plain, file.CaseId, cancellation);
        return new(kind.Kind, due.Number, kept.DocumentId, code.Plain, due.Office, paper.Fingerprint, marks.SealNumber, kept.Bytes, due.TaskId, due.Replaces);
    }

    private OfficeMarks MarksOf(CaseFile file, DuePaper due, CheckCode code) => new()
    {
        Reader = Languages.Parse(file.Current.Application.Language),
        Number = due.Number,
        CaseId = file.CaseId,
        At = due.At,
        Issuer = OfficeNames.Bureau,
        Point = OfficeNames.PointOf(due.Office, file.Catalogue.Places),
        Signers = [.. due.Signers],
        SealNumber = due.Seal ?? OfficeNames.SealOf(due.Office),
        CheckCode = code.ToString(),
        CheckAddress = settings.PublicUrl is { } pages ? new Uri(pages, $"verify/{code}").AbsoluteUri : null,
        Laws = file.Service.Laws,
    };
}

/// <summary>Offices as papers name them: the bureau, and the point that acts in its name.</summary>
internal static class OfficeNames
{
    public static Text Bureau { get; } = Both(language => Sentences.Of(language, "office.city"));

    /// <returns><c>null</c>: the office is the bureau itself.</returns>
    public static Text? PointOf(string office, Gazetteer places) =>
        office.Split('/') is ["township", var code] && places.Township(code) is { } township ? township.Name : null;

    /// <summary>The seal's number where no authority names one: the office's place code, and that it is its first.</summary>
    public static string SealOf(string office) => Offices.PlaceOf(office) + "-01";

    /// <summary>The bureau, or the point with the bureau in whose name it acts.</summary>
    public static string For(string office, Gazetteer places, Language language) =>
        PointOf(office, places) is { } point ? Sentences.Of(language, "office.delegate", Bureau.In(language), point.In(language)) : Bureau.In(language);

    /// <summary>Who decides there: the point on behalf of the bureau.</summary>
    public static string Decider(string office, Gazetteer places, Language language) =>
        PointOf(office, places) is { } point ? Sentences.Of(language, "office.decider", point.In(language), Bureau.In(language)) : Bureau.In(language);

    public static Text Both(Func<Language, string> words) => new(words(Language.Chinese), words(Language.English));
}
