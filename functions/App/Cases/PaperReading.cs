using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using OneVisit.Contracts;
using OneVisit.Domain.Documents;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Words;

namespace OneVisit.Functions.Cases;

/// <summary>A file that was posted, known by its bytes; or the problem to answer with.</summary>
internal sealed record Paper(string Material, DocumentType Type, byte[] Content);

/// <summary>Reads posted files: at most 10 MB, of a kind that is taken, for a named material.</summary>
internal static partial class PaperReading
{
    public static async Task<(Paper? Paper, IActionResult? Problem)> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        var material = request.Headers[Headers.Material].ToString();
        if (!MaterialCode().IsMatch(material))
            return (null, Problems.Invalid(request, Fault(request, "material", "field.material-unknown")));
        if (await BoundedBody.ReadAsync(request, DocumentReading.MostBytes, cancellation) is not { } content)
            return (null, Problems.FileTooLarge(request));
        return DocumentReading.Of(content) switch
        {
            DocumentReading.Accepted accepted => (new(material, accepted.Type, content), null),
            DocumentReading.Refused { Problem: DocumentProblem.TooLarge } => (null, Problems.FileTooLarge(request)),
            DocumentReading.Refused { Problem: DocumentProblem.Empty } => (null, Unsupported(request, "problem.empty-file")),
            _ => (null, Unsupported(request, "problem.unsupported-file")),
        };
    }

    private static IActionResult Unsupported(HttpRequest request, string sentence) => Problems.Of(
        request.Language(), StatusCodes.Status415UnsupportedMediaType, ProblemCodes.UnsupportedFile, Sentences.Of(request.Language(), sentence));

    private static IReadOnlyDictionary<string, string[]> Fault(HttpRequest request, string field, string sentence)
    {
        var errors = new FieldErrors(request.Language());
        errors.Add(field, sentence);
        return errors.Fields;
    }

    [GeneratedRegex(@"^[A-Z][0-9]{2}\z")]
    private static partial Regex MaterialCode();
}
