using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using OneVisit.Contracts;
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
        var file = request.Case();
        if (PhoneNumber.Read(posted.Phone) is not { } phone)
        {
            var errors = new FieldErrors(request.Language());
            errors.Add("phone", "field.phone");
            return Problems.Invalid(request, errors.Fields);
        }
        var wish = await WishAsync(file, phone, posted, cancellation);
        if (CaseDecisions.ReplacePhone(file.Current, wish, staff.Member, clock.GetUtcNow()) is Decision.Refused no)
            return RefusalWords.Answer(request, no, file.Service);
        return await ReplaceAsync(request, staff, file, other => WishAsync(other, phone, posted, cancellation), process, cancellation);
    }

    // The others first: should it break off, this one still has the old number, and by it they are found again.
    private async Task<IActionResult> ReplaceAsync(HttpRequest request, Caller.Staff staff, CaseFile file, Func<CaseFile, Task<PhoneWish>> wishFor, DurableTaskClient process, CancellationToken cancellation)
    {
        var before = personal.PhoneOf(file.Current);
        var changed = 0;
        foreach (var other in await index.ListAsync(IndexKind.IdNumber, file.Current.Applicant.IdHash, cancellation))
        {
            if (other != file.CaseId && await cabinet.FindAsync(other, cancellation) is { } beside && personal.PhoneOf(beside.Current) == before)
                changed += await ChangeAsync(beside, await wishFor(beside), staff, process, cancellation) is Acted.Done ? 1 : 0;
        }
        var wish = await wishFor(file);
        if (await ChangeAsync(file, wish, staff, process, cancellation) is Acted.Refused refused)
            return RefusalWords.Answer(request, refused.Why, file.Service);
        logger.LogInformation("The telephone on record of {CaseId} was replaced by {Participant}", file.CaseId, staff.Participant);
        return Answers.Json(new PhoneNowOnRecord(wish.PhoneMasked, changed + 1));
    }

    // Sealed for each case with its own key.
    private async Task<PhoneWish> WishAsync(CaseFile file, PhoneNumber phone, Contracts.ReplacePhone posted, CancellationToken cancellation) =>
        new(personal.SealPhone(await personal.KeyOfAsync(file, cancellation), phone), phone.Masked, posted.CardSeen, posted.Reason);

    private async Task<Acted> ChangeAsync(CaseFile file, PhoneWish wish, Caller.Staff staff, DurableTaskClient process, CancellationToken cancellation)
    {
        var acted = await cabinet.ActAsync(file, (current, now) => CaseDecisions.ReplacePhone(current.Current, wish, staff.Member, now), cancellation);
        if (acted is Acted.Done done)
            await bell.ChangedAsync(process, file.CaseId, done.File.Current.Version, cancellation);
        return acted;
    }
}
