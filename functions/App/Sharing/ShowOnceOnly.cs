using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Sharing;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Oversight;
using OneVisit.Functions.Words;
using OneVisit.Storage;

namespace OneVisit.Functions.Sharing;

/// <summary>
/// The once-only debt of a month: papers that were asked for although a registry held them, and look-ups that nobody could answer, for the city. Every count
/// stands beside how many it is out of; what is not known is counted as such and as nothing else.
/// </summary>
public sealed class ShowOnceOnly(AskedPapers papers, SharingBook book, CityCatalogue catalogue, TimeProvider clock)
{
    [Function(nameof(ShowOnceOnly))]
    public async Task<IActionResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.OnceOnly)] HttpRequest request, CancellationToken cancellation)
    {
        if (!SharingStaff.MayLook(request, clock))
            return OversightProblems.ReviewersOnly(request);
        var (language, asked, month) = (request.Language(), request.Query["month"].ToString(), clock.Today());
        var errors = new FieldErrors(language);
        if (asked.Length > 0 && !Months.TryRead(asked, out month))
            errors.Add("month", "field.month");
        return errors.Any ? Problems.Invalid(request, errors.Fields) : Answers.Json(await ViewAsync(month, language, cancellation));
    }

    private async Task<OnceOnlyView> ViewAsync(DateOnly month, Language language, CancellationToken cancellation)
    {
        var lines = new Dictionary<(string Service, string Point, string Material, string Reason), (int Asked, int Held, int Unknown)>();
        await foreach (var paper in papers.MonthAsync(month, cancellation))
        {
            var key = (paper.Service, paper.Point, paper.Material, paper.Reason);
            var (n, held, unknown) = lines.GetValueOrDefault(key);
            lines[key] = (n + 1, held + (paper.Held == true ? 1 : 0), unknown + (paper.Held is null ? 1 : 0));
        }
        var lookUps = new Dictionary<string, (int Asked, Dictionary<string, int> Unknown)>(StringComparer.Ordinal);
        await foreach (var lookUp in book.MonthAsync(month, cancellation))
        {
            var (n, unknown) = lookUps.TryGetValue(lookUp.Question, out var before) ? before : (0, []);
            // What was asked and never written down as answered is not known either.
            if (lookUp.Answer is "unknown" or LoggedLookUp.Asked)
                unknown[lookUp.Reason ?? UnknownReason.Failed.Code()] = unknown.GetValueOrDefault(lookUp.Reason ?? UnknownReason.Failed.Code()) + 1;
            lookUps[lookUp.Question] = (n + 1, unknown);
        }
        return new(
            Months.FirstOf(month), lines.Values.Sum(line => line.Asked), lines.Values.Sum(line => line.Held), lines.Values.Sum(line => line.Unknown),
            [.. lines.OrderByDescending(line => line.Value.Held).ThenBy(line => line.Key).Select(line => Line(line.Key, line.Value, language))],
            [.. lookUps.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => View(pair.Key, pair.Value.Asked, pair.Value.Unknown, language))]);
    }

    private OnceOnlyLine Line((string Service, string Point, string Material, string Reason) of, (int Asked, int Held, int Unknown) count, Language language) => new(
        of.Service, catalogue.Find(of.Service)?.Name.In(language) ?? of.Service, of.Point, ActorWords.OfOffice(of.Point, catalogue.Places, language),
        of.Material, catalogue.Papers.TryGetValue(of.Material, out var paper) ? paper.In(language) : of.Material,
        of.Reason, Sentences.Of(language, "once-only." + of.Reason), count.Asked, count.Held, count.Unknown);

    private static LookUpCount View(string question, int asked, Dictionary<string, int> unknown, Language language) => new(
        question, Sentences.Of(language, "register.question." + question), asked, unknown.Values.Sum(),
        [.. unknown.OrderByDescending(pair => pair.Value).Select(pair => new UnknownCount(pair.Key, Sentences.Of(language, "register.reason." + pair.Key), pair.Value))]);
}
