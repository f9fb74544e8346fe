using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using OneVisit.Contracts;
using OneVisit.Domain.Documents;
using OneVisit.Functions.FrontDoor;

namespace OneVisit.Functions.Cases;

/// <summary>A file that was posted, known by its bytes; or the problem to answer with.</summary>
internal sealed record Paper(string Material, DocumentType Type, byte[] Content);

/// <summary>Reads posted files: at most 10 MB, of a kind that is taken and harmless as far as one can tell by looking, for a named material.</summary>
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
            DocumentReading.Accepted accepted => (new(material, accepted.Type, accepted.Content), null),
            DocumentReading.Refused { Problem: DocumentProblem.TooLarge } => (null, Problems.FileTooLarge(request)),
            DocumentReading.Refused refused => (null, Problems.FileRefused(request, refused.Problem)),
            _ => throw new NotSupportedException(),
        };
    }

    private static IReadOnlyDictionary<string, string[]> Fault(HttpRequest request, string field, string sentence)
    {
        var errors = new FieldErrors(request.Language());
        errors.Add(field, sentence);
        return errors.Fields;
    }

    [GeneratedRegex(@"^[A-Z][0-9]{2}\z")]
    private static partial Regex MaterialCode();
}
