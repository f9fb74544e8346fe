using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Documents;
using OneVisit.Functions.Words;

namespace OneVisit.Functions.FrontDoor;

/// <summary>Problem details (RFC 9457) in the reader's language; <see cref="Problem.Code"/> is what programs branch on.</summary>
public static class Problems
{
    private const string TypePrefix = "https://onevisit.example/problems/";

    public static IActionResult Malformed(HttpRequest request) => Plain(request, 400, ProblemCodes.Malformed);

    public static IActionResult NotSignedIn(HttpRequest request)
    {
        request.HttpContext.Response.Headers.WWWAuthenticate = "Bearer";
        return Plain(request, 401, ProblemCodes.NotSignedIn);
    }

    public static IActionResult NotYours(HttpRequest request) => Plain(request, 403, ProblemCodes.NotYours);

    public static IActionResult ProofNeeded(HttpRequest request) => Plain(request, 403, ProblemCodes.ProofNeeded);

    public static IActionResult NotFound(HttpRequest request) => Plain(request, 404, ProblemCodes.NotFound);

    public static IActionResult NoSuchAddress(HttpRequest request) => Plain(request, 404, ProblemCodes.NoSuchAddress);

    /// <param name="methods">That the address takes.</param>
    public static IActionResult OtherMethods(HttpRequest request, IEnumerable<string> methods)
    {
        var allowed = string.Join(", ", methods);
        request.HttpContext.Response.Headers.Allow = allowed;
        return Of(
            request.Language(), StatusCodes.Status405MethodNotAllowed, ProblemCodes.OtherMethods, Sentences.Of(request.Language(), "problem." + ProblemCodes.OtherMethods, allowed));
    }

    public static IActionResult FileTooLarge(HttpRequest request) => TooLarge(request, "problem.too-large", DocumentReading.MostBytes / (1024 * 1024));

    /// <summary>Each with what is wrong and what to do instead.</summary>
    public static IActionResult FileRefused(HttpRequest request, DocumentProblem problem) => FileRefused(request, problem switch
    {
        DocumentProblem.Empty => "problem.empty-file",
        DocumentProblem.UnknownType => "problem.unsupported-file",
        _ => "problem.file." + problem.Code(),
    });

    public static IActionResult FileRefused(HttpRequest request, string sentence) =>
        Of(request.Language(), StatusCodes.Status415UnsupportedMediaType, ProblemCodes.UnsupportedFile, Sentences.Of(request.Language(), sentence));

    /// <param name="sentence">With the most files and megabytes.</param>
    public static IActionResult TooManyFiles(HttpRequest request, string sentence, UploadAllowance allowed) => Of(
        request.Language(), StatusCodes.Status429TooManyRequests, ProblemCodes.TooManyFiles, Sentences.Of(request.Language(), sentence, allowed.Files, allowed.Megabytes));

    public static IActionResult PackageTooLarge(HttpRequest request, int mostKilobytes) => TooLarge(request, "problem.too-large.package", mostKilobytes);

    public static IActionResult FormTooLarge(HttpRequest request) => TooLarge(request, "problem.too-large.form", JsonRequest.MostBytes / 1024);

    public static IActionResult Busy(HttpRequest request)
    {
        request.HttpContext.Response.Headers.RetryAfter = "5";
        return Plain(request, 503, ProblemCodes.Busy);
    }

    /// <param name="wait">Until one may ask again.</param>
    public static IActionResult TooMany(HttpRequest request, TimeSpan wait)
    {
        request.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Plain(request, 429, ProblemCodes.TooMany);
    }

    public static IActionResult Unexpected(HttpRequest request) => Plain(request, 500, ProblemCodes.Unexpected);

    /// <param name="errors">Sentences by field, in camel case with dots.</param>
    public static IActionResult Invalid(HttpRequest request, IReadOnlyDictionary<string, string[]> errors) =>
        Of(request.Language(), 422, ProblemCodes.Invalid, Sentences.Of(request.Language(), "problem." + ProblemCodes.Invalid), errors);

    /// <summary>The one field is the reason, and it is too short to be one, or too long.</summary>
    public static IActionResult ReasonWanted(HttpRequest request)
    {
        var errors = new FieldErrors(request.Language());
        errors.Add("reason", "field.words", Limits.ReasonShortest, Limits.ReasonLongest);
        return Invalid(request, errors.Fields);
    }

    public static IActionResult Plain(HttpRequest request, int status, string code) =>
        Of(request.Language(), status, code, Sentences.Of(request.Language(), "problem." + code));

    public static IActionResult Of(
        Language language, int status, string code, string detail, IReadOnlyDictionary<string, string[]>? errors = null, string? actedBy = null, DateTimeOffset? actedAt = null,
        DirectoryReport? report = null)
    {
        var problem = new Problem(TypePrefix + code, Sentences.Of(language, $"problem.{code}.title"), status, detail, code, errors, actedBy, actedAt, report);
        return new JsonResult(problem, Wire.Json) { StatusCode = status, ContentType = "application/problem+json" };
    }

    private static IActionResult TooLarge(HttpRequest request, string sentence, int most) =>
        Of(request.Language(), 413, ProblemCodes.TooLarge, Sentences.Of(request.Language(), sentence, most));
}

/// <summary>Answers that went well.</summary>
public static class Answers
{
    public static IActionResult Json(object value, int status = StatusCodes.Status200OK) => new JsonResult(value, Wire.Json) { StatusCode = status };

    /// <summary>A paper that the browser shows by itself.</summary>
    /// <param name="name">Of the file, without its ending; of nobody.</param>
    public static IActionResult Pdf(HttpRequest request, byte[] content, string name)
    {
        request.HttpContext.Response.Headers.ContentDisposition = $"inline; filename=\"{name}.pdf\"";
        return new FileContentResult(content, "application/pdf");
    }
}
