using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Words;
using OneVisit.Storage;

namespace OneVisit.Functions.Exports;

/// <summary>A paper of a case, and its place in the zip.</summary>
/// <param name="IsIssued">The office issued it; <c>false</c>: it came in.</param>
internal sealed record ExportFile(ExportedFile Told, string CaseId, string Kind, string DocumentId, bool IsIssued)
{
    public Task<DocumentContent?> ReadAsync(DocumentStore store, CancellationToken cancellation) =>
        IsIssued ? store.ReadIssuedAsync(CaseId, Kind, DocumentId, cancellation) : store.ReadAsync(CaseId, Kind, DocumentId, cancellation);
}

/// <summary>All papers of a case, those that came in and those the office issued. Their names in the zip tell of nobody.</summary>
internal static class ExportFiles
{
    public static IEnumerable<ExportFile> Of(CaseFile file, Language language)
    {
        var number = 0;
        foreach (var document in file.Current.Documents)
        {
            yield return new(
                new($"cases/{file.CaseId}/papers/{++number:00}-{document.Material}.{EndingOf(document.ContentType)}", CaseWords.PaperName(file, document.Material, language), document.AddedAt, document.ContentType),
                file.CaseId, document.Material, document.DocumentId, IsIssued: false);
        }
        foreach (var paper in file.Current.Issued)
        {
            yield return new(
                new($"cases/{file.CaseId}/papers/{++number:00}-{paper.Issued.Kind}.pdf", Sentences.Of(language, "paper." + paper.Issued.Kind), paper.At, "application/pdf"),
                file.CaseId, paper.Issued.Kind, paper.Issued.DocumentId, IsIssued: true);
        }
    }

    private static string EndingOf(string contentType) => contentType[(contentType.LastIndexOf('/') + 1)..] is var kind && kind.All(char.IsAsciiLetterOrDigit) && kind.Length <= 8 ? kind : "bin";
}
