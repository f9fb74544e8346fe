using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Retention;
using OneVisit.Domain.Services;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Oversight;
using OneVisit.Functions.Process;
using OneVisit.Functions.Retention;
using OneVisit.Storage;

namespace OneVisit.Functions.Exports;

/// <summary>Everything that is kept of a resident's own cases, as one zip (个人信息保护法 第四十五条).</summary>
public sealed class ExportMine(PersonExports exports, ExportZip zip, CaseIndex index, CaseCabinet cabinet, TimeProvider clock, ILogger<ExportMine> logger)
{
    [Function(nameof(ExportMine))]
    public async Task<IActionResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.MyExport)] HttpRequest request, CancellationToken cancellation)
    {
        if (request.Caller() is not Caller.Resident resident)
            return Problems.NotYours(request);
        var (files, closed) = (new List<CaseFile>(), false);
        foreach (var caseId in await index.ListAsync(IndexKind.Participant, resident.Participant, cancellation))
        {
            if (await cabinet.FindAsync(caseId, cancellation) is not { } file || !resident.Holds(file.Current, clock.Today()))
                continue;
            if (resident.Proven.Opens(file.Current))
                files.Add(file);
            else
                closed = true;
        }
        // Of a family's telephone everybody gets their own.
        if (files.Count == 0 && closed)
            return Problems.ProofNeeded(request);
        // Of somebody for whom they act it is that person who takes everything.
        var acted = files.Where(file => file.Current.IsWithRepresentative).Select(file => new ActedCase(file, file.Current.Representation!)).ToArray();
        files.RemoveAll(file => file.Current.IsWithRepresentative);
        var export = await exports.OfAsync(files, [], [.. files.SelectMany(file => file.Current.Applicant.IdHash.Texts).Distinct()], onRequest: false, request.Language(), cancellation, acted);
        logger.LogInformation("A resident took everything about {Cases} cases", files.Count);
        return ExportAnswer.Of(await zip.WriteAsync(export, files, request.Language(), cancellation));
    }
}

/// <summary>
/// The city puts everything about a person together on their written request. Before it is handed out, each of their cases says so in its journal: the person sees who, when and why.
/// </summary>
public sealed class ExportOnRequest(PersonExports exports, ExportZip zip, CaseIndex index, CaseCabinet cabinet, CaseBell bell, PersonalData personal, TimeProvider clock, ILogger<ExportOnRequest> logger)
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromMinutes(10);

    [Function(nameof(ExportOnRequest))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Exports)] HttpRequest request, [DurableClient] DurableTaskClient process, CancellationToken cancellation)
    {
        var by = HoldStaff.Of(request, nameof(ExportOnRequest), clock);
        var reading = await JsonRequest.ReadAsync<ExportPerson>(request, cancellation);
        if (reading.Value is not { } posted)
            return reading.Problem!;
        var (errors, reason) = (new FieldErrors(request.Language()), HoldReading.Words(posted.Reason));
        var person = (ResidentId.Read(posted.IdNumber, clock.Today()) as IdReading.Valid)?.Id;
        if (person is null)
            errors.Add("idNumber", "field.hold-id");
        if (reason is null)
            errors.Add("reason", "field.words", Limits.ReasonShortest, Limits.ReasonLongest);
        if (PlainText.OrNull(posted.Name) is null)
            errors.Add("name", "field.name");
        if (errors.Any)
            return Problems.Invalid(request, errors.Fields);
        var hash = personal.IdHash(person!);
        var known = await index.OfPersonAsync(hash, cancellation);
        if (await RelatedAsync(known, request.Caller().Participant, cancellation))
            return OversightProblems.CityOnly(request);
        if (await IsAnothersAsync(known, hash, PlainText.Of(posted.Name), cancellation))
        {
            errors.Add("name", "field.export-name");
            return Problems.Invalid(request, errors.Fields);
        }
        var files = new List<CaseFile>();
        foreach (var caseId in known.Own)
        {
            if (await cabinet.ActAsync(caseId, (file, now) => new Decision.Accepted(by, IsTheSame(file, by, reason!, now) ? [] : [new Exported(reason!)]), cancellation) is not Acted.Done done)
                continue;
            await bell.ChangedAsync(process, caseId, done.File.Current.Version, cancellation);
            files.Add(done.File);
        }
        var export = await exports.OfAsync(
            files, await LivedAsync(known.Lived, hash, cancellation), hash.Texts, onRequest: true, request.Language(), cancellation, await ActedAsync(known.Acted, hash, cancellation));
        logger.LogWarning("Everything about a person in {Cases} cases was put together by {Participant}", files.Count, by.Participant);
        return ExportAnswer.Of(await zip.WriteAsync(export, files, request.Language(), cancellation));
    }

    // Pressed twice, or asked for once more because the file did not come: the person reads of one. Said otherwise, or later, it is another.
    private static bool IsTheSame(CaseFile file, Actor by, string reason, DateTimeOffset now) =>
        file.Entries.Any(entry => entry.Event is Exported before && before.Reason == reason && entry.Actor.Participant == by.Participant && now - entry.At < AtOnce);

    // Nobody reads everything about their own kin, whoever of the household had applied.
    private async Task<bool> RelatedAsync(CasesOfPerson known, string participant, CancellationToken cancellation)
    {
        foreach (var caseId in known.All.Union(known.Acted, StringComparer.Ordinal))
        {
            if (await cabinet.FindAsync(caseId, cancellation) is { } file && file.Current.IsRelated(participant))
                return true;
        }
        return false;
    }

    // A number that is typed wrong and still is one would hand somebody else's life out.
    private async Task<bool> IsAnothersAsync(CasesOfPerson known, PersonHash hash, string name, CancellationToken cancellation)
    {
        var told = new List<string?>();
        foreach (var caseId in known.All.Union(known.Acted, StringComparer.Ordinal))
        {
            if (await cabinet.FindAsync(caseId, cancellation) is { Current: var current })
                told.AddRange(personal.NamesOf(current, hash).Select(one => one.TextOrNull));
        }
        return told.OfType<string>().ToArray() is { Length: > 0 } names && !names.Any(one => PersonName.AreSame(one, name));
    }

    private async Task<IReadOnlyList<ActedCase>> ActedAsync(IEnumerable<string> cases, PersonHash hash, CancellationToken cancellation)
    {
        var acted = new List<ActedCase>();
        foreach (var caseId in cases)
        {
            if (await cabinet.FindAsync(caseId, cancellation) is { } file)
                acted.AddRange(file.Current.Representations.Where(one => one.Who.IdHash.IsOf(hash)).Select(one => new ActedCase(file, one)));
        }
        return acted;
    }

    private async Task<IReadOnlyList<ExportedMembership>> LivedAsync(IEnumerable<string> cases, PersonHash hash, CancellationToken cancellation)
    {
        var lived = new List<ExportedMembership>();
        foreach (var caseId in cases)
        {
            if (await cabinet.FindAsync(caseId, cancellation) is { } file && file.Current.NamedMembers.FirstOrDefault(member => member.Person.IdHash.IsOf(hash)) is { } member)
                lived.Add(new(caseId, file.Current.Application.Service, BeijingTime.DayOf(member.At)));
        }
        return lived;
    }
}

internal static class ExportAnswer
{
    public static IActionResult Of(Stream zip) => new FileStreamResult(zip, "application/zip") { FileDownloadName = "personal-data.zip" };
}
