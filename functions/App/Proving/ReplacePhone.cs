using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Process;
using OneVisit.Storage;

namespace OneVisit.Functions.Proving;

/// <summary>
/// The number on record is lost: an agent or officer of the household's who has seen the ID card enters the new one (更换登记手机号), for all cases of the person that
/// had the old one and that are theirs. The household is told.
/// </summary>
public sealed class ReplacePhone(CaseCabinet cabinet, CaseIndex index, PersonalData personal, CaseBell bell, TimeProvider clock, ILogger<ReplacePhone> logger)
{
    [Function(nameof(ReplacePhone))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.CasePhone)] HttpRequest request, string caseId, [DurableClient] DurableTaskClient process, CancellationToken cancellation)
    {
        if (request.Caller() is not Caller.Staff staff)
            return Problems.NotYours(request);
        var reading = await JsonRequest.ReadAsync<Contracts.ReplacePhone>(request, cancellation);
        if (reading.Value is not { } posted)
            return reading.Problem!;
        var (file, errors) = (request.Case(), new FieldErrors(request.Language()));
        var line = new PhoneLine(posted.Of == "representative");
        if (posted.Of is not (null or "person" or "representative"))
            errors.Add("of", "field.choice");
        var phone = PhoneNumber.Read(posted.Phone);
        if (phone is null)
            errors.Add("phone", "field.phone");
        // With one telephone for both, the code for the person would reach who acts for them.
        else if (file.Current.IsRepresentedOn(clock.Today()) && line.Other(personal, file.Current)?.TextOrNull == phone.Reveal())
            errors.Add("phone", "field.representative-phone-same");
        if (errors.Any)
            return Problems.Invalid(request, errors.Fields);
        // Nothing is sealed yet: who may not gets no key made, and neither does what was erased.
        if (CaseDecisions.ReplacePhone(file.Current, line.Wish("", phone!, posted), staff.Member, clock.GetUtcNow()) is Decision.Refused no)
            return RefusalWords.Answer(request, no, file);
        return line.Of(personal, file.Current) switch
        {
            Opened.Clear before when before.Text == phone!.Reveal() => Answers.Json(new PhoneNowOnRecord(phone.Masked, 1 + (await OthersAsync(file, line, before, null, cancellation)).Count)),
            Opened.Erased => Problems.Plain(request, StatusCodes.Status410Gone, ProblemCodes.Erased),
            var before => await ReplaceAsync(request, staff, file, line, before as Opened.Clear, phone!, posted, process, cancellation),
        };
    }

    // The others first: should it break off, this one still has the old number, and by it they are found again.
    private async Task<IActionResult> ReplaceAsync(
        HttpRequest request, Caller.Staff staff, CaseFile file, PhoneLine line, Opened.Clear? before, PhoneNumber phone, Contracts.ReplacePhone posted, DurableTaskClient process,
        CancellationToken cancellation)
    {
        var changed = 0;
        foreach (var other in await OthersAsync(file, line, before, phone, cancellation))
            changed += await ChangeAsync(other, line, phone, posted, staff, process, cancellation) is Acted.Done ? 1 : 0;
        switch (await ChangeAsync(file, line, phone, posted, staff, process, cancellation))
        {
            case Acted.Done:
                logger.LogInformation("The telephone on record of {CaseId} was replaced by {Participant}", file.CaseId, staff.Participant);
                return Answers.Json(new PhoneNowOnRecord(phone.Masked, changed + 1));
            case Acted.Refused refused:
                return RefusalWords.Answer(request, refused.Why, file);
            default:
                return Problems.NotFound(request);
        }
    }

    /// <param name="phone"><c>null</c>: they had none.</param>
    /// <param name="now">The new one: where it is the other of the two already, it is not put on record for both. <c>null</c>: nothing is put.</param>
    /// <returns>Other cases of the person with that telephone.</returns>
    private async Task<IReadOnlyList<CaseFile>> OthersAsync(CaseFile file, PhoneLine line, Opened.Clear? phone, PhoneNumber? now, CancellationToken cancellation)
    {
        var others = new List<CaseFile>();
        foreach (var other in await line.CasesAsync(index, file.Current, cancellation))
        {
            if (other != file.CaseId && await cabinet.FindAsync(other, cancellation) is { } beside && line.IsSame(file.Current, beside.Current) && line.Of(personal, beside.Current) as Opened.Clear == phone
                && (phone is not null || beside.Current.Representation is not null)
                && !(now is not null && beside.Current.IsRepresentedOn(clock.Today()) && line.Other(personal, beside.Current)?.TextOrNull == now.Reveal()))
                others.Add(beside);
        }
        return others;
    }

    private async Task<Acted> ChangeAsync(
        CaseFile file, PhoneLine line, PhoneNumber phone, Contracts.ReplacePhone posted, Caller.Staff staff, DurableTaskClient process, CancellationToken cancellation)
    {
        // Sealed for each case with its own key.
        var wish = line.Wish(line.Seal(personal, await personal.KeyOfAsync(file, cancellation), phone), phone, posted);
        // Sent twice at once, the second finds it on record.
        var acted = await cabinet.ActAsync(
            file, (current, now) => CaseDecisions.ReplacePhone(current.Current, wish, staff.Member, now) is var decision
                && decision is Decision.Accepted accepted && line.Of(personal, current.Current)?.TextOrNull == phone.Reveal() ? accepted with { Events = [] } : decision,
            cancellation);
        if (acted is Acted.Done done)
            await bell.ChangedAsync(process, file.CaseId, done.File.Current.Version, cancellation);
        return acted;
    }
}
