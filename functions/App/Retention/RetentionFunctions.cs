using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Law;
using OneVisit.Domain.Retention;
using OneVisit.Domain.Services;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Oversight;
using OneVisit.Functions.Process;
using OneVisit.Functions.Words;
using OneVisit.Storage;

namespace OneVisit.Functions.Retention;

/// <summary>How long everything is kept, and what was erased this month or the one asked for.</summary>
public sealed class ShowRetention(RetentionBook book, CityCatalogue catalogue, TimeProvider clock)
{
    private const int Months = 12;

    [Function(nameof(ShowRetention))]
    public async Task<IActionResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Retention)] HttpRequest request, CancellationToken cancellation)
    {
        var errors = new FieldErrors(request.Language());
        var month = new QueryFields(request, errors).Month("month") ?? clock.Today();
        if (errors.Any)
            return Problems.Invalid(request, errors.Fields);
        var (language, round, lately) = (request.Language(), await book.RoundAsync(cancellation), new List<ErasedThing>());
        for (var back = 0; back < Months; back++)
            lately.AddRange(await book.ErasedAsync(month.AddMonths(-back), cancellation));
        return Answers.Json(new RetentionView(
            [.. catalogue.Retention.Rules.Select(rule => RetentionTold.View(rule, language))], new DateOnly(month.Year, month.Month, 1),
            [.. lately.Where(erased => erased.On.Year == month.Year && erased.On.Month == month.Month).Select(erased => new ErasedView(erased.Id, erased.Rule, erased.On))],
            round is null ? null : new ErasingView(round.Day, round.Left, round.IsDone))
        {
            Lately = [.. lately.GroupBy(erased => erased.Rule).Select(same => new ErasedOfRule(same.Key, same.Count(), same.Max(erased => erased.On)))],
        });
    }
}

/// <summary>After tables were filled from a copy: what had been erased since is erased again, before anybody opens. So many at a time.</summary>
public sealed class EraseAgain(ErasingAgain again)
{
    private const int AtOnce = 100;

    [Function(nameof(EraseAgain))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.EraseAgain)] HttpRequest request, [DurableClient] DurableTaskClient process, CancellationToken cancellation)
    {
        var most = AtOnce;
        var count = await again.EraseAsync(null, () => most-- > 0, process, cancellation);
        return Answers.Json(new ErasedAgainView(count.Erased, count.Left));
    }
}

/// <summary>Somebody of the city notes that a file went to the archive: after that it may be erased when its time is over.</summary>
public sealed class NoteArchived(CaseCabinet cabinet, CaseBell bell, TimeProvider clock)
{
    [Function(nameof(NoteArchived))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Archive)] HttpRequest request, string caseId, [DurableClient] DurableTaskClient process, CancellationToken cancellation)
    {
        var by = HoldStaff.Of(request, nameof(NoteArchived), clock);
        var reading = await JsonRequest.ReadAsync<NoteArchive>(request, cancellation);
        if (reading.Value is not { } posted)
            return reading.Problem!;
        switch (await cabinet.ActAsync(request.Case(), (file, _) => CaseDecisions.NoteArchived(file.Current, posted.Number, by), cancellation))
        {
            case Acted.Done done:
                await bell.ChangedAsync(process, caseId, done.File.Current.Version, cancellation);
                return new NoContentResult();
            case Acted.Refused refused:
                return RefusalWords.Answer(request, refused.Why, refused.File);
            default:
                return Problems.NotFound(request);
        }
    }
}

/// <summary>What is kept, in words.</summary>
internal static class RetentionTold
{
    public static RetentionRuleView View(RetentionRule rule, Language language) => new(
        rule.Id, rule.Class.Code(), rule.Name.In(language), Length(rule.Keep, language), rule.Then.Code(), rule.Law.In(language), rule.Status.Code(), rule.From, rule.To);

    /// <summary>Why a case is kept, and until when.</summary>
    public static (DateOnly? Until, string Why) Of(Keeping keeping, Language language) => keeping switch
    {
        Keeping.Running => (null, Sentences.Of(language, "kept.running")),
        Keeping.Until until => (until.On, Sentences.Of(language, "kept.until", until.Rule.Law.In(language), Length(until.Rule.Keep, language), Sentences.Day(language, until.On))),
        Keeping.AwaitsArchive waits => (null, Sentences.Of(language, "kept.archive", waits.Rule.Law.In(language))),
        Keeping.Over => (null, Sentences.Of(language, "kept.over")),
        _ => (null, Sentences.Of(language, "kept.for-good")),
    };

    /// <param name="keep"><c>null</c>: for good.</param>
    public static string Length(KeepingTime? keep, Language language) => keep switch
    {
        null => Sentences.Of(language, "keep.for-good"),
        { Months: > 0 } when keep.Months % 12 == 0 => Sentences.Of(language, "keep.years", keep.Months / 12),
        { Months: > 0 } => Sentences.Of(language, "keep.months", keep.Months),
        _ => Sentences.Of(language, "keep.days", keep.Days),
    };
}
