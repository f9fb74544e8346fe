using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Process;
using OneVisit.Storage;

namespace OneVisit.Functions.Cases;

/// <summary>Lets somebody act in a case under way (替人接着办), and in those that came with it alike, where that can be.</summary>
public sealed class RepresentationNaming(
    CaseCabinet cabinet, LinkedCases linked, CaseIndex index, PersonalData personal, StaffDirectory staff, CaseWords words, CaseBell bell, TimeProvider clock, ILogger<RepresentationNaming> logger)
{
    internal async Task<IActionResult> DoAsync(
        HttpRequest request, DurableTaskClient process, RepresentativeDetails? told, Func<CaseFile, NamingWish, DateTimeOffset, Decision> decide, CancellationToken cancellation)
    {
        var (file, today, errors) = (request.Case(), clock.Today(), new FieldErrors(request.Language()));
        if (personal.PersonOf(file.Current, today) is not { } person)
            return Problems.Plain(request, StatusCodes.Status410Gone, ProblemCodes.Erased);
        if (told is null)
            errors.Add("representative", "field.required");
        var who = told is null ? null : RepresentativeReading.Named(told, person, personal.PhoneOf(file.Current)?.TextOrNull, file.Catalogue, today, errors, request.Language());
        if (who is null || errors.Any)
            return Problems.Invalid(request, errors.Fields);
        var wish = new Wish(told!.Until is null ? who with { Until = TermOf(file.Current, who) } : who, await staff.FindByNumberAsync(personal.IdHash(who.Id), cancellation), request.Caller().Participant, decide);
        // Nothing is sealed or found yet: who may not leaves nothing behind.
        if (file.OutOfTime is null && file.Judge(wish.On(file, personal.Masked(wish.Who), today, clock.GetUtcNow())) is Decision.Refused no)
            return Answer(request, no, file);
        if (file.OutOfTime is null)
        {
            foreach (var other in await linked.BesideAsync(file.Current, cancellation))
                await BeginAsync(other with { Under = file.Under }, wish, process, cancellation);
        }
        switch (await BeginAsync(file, wish, process, cancellation))
        {
            case Acted.Done done:
                logger.LogInformation("{CaseId}: {Participant} named who acts for the applicant", file.CaseId, request.Caller().Participant);
                return Answers.Json(words.View(done.File, request.Caller(), request.Language()));
            case Acted.Refused refused:
                return Answer(request, refused.Why, refused.File);
            default:
                return Problems.NotFound(request);
        }
    }

    private async Task<Acted> BeginAsync(CaseFile file, Wish wish, DurableTaskClient process, CancellationToken cancellation)
    {
        var today = clock.Today();
        if (file.Judge(wish.On(file, personal.Masked(wish.Who), today, clock.GetUtcNow())) is Decision.Refused no)
            return new Acted.Refused(no, file);
        // Sealed for each case with its own key. Found first, named then: should it break off in between, it is found all the same when it is sent again.
        var who = personal.Seal(await personal.KeyOfAsync(file, cancellation), wish.Who);
        await index.AddRepresentativeAsync(who.IdHash, file.CaseId, cancellation);
        var acted = await cabinet.ActAsync(file, (current, now) => wish.On(current, who, today, now), cancellation);
        // Found by their number is only who was named: another may have been, in between.
        if (acted is Acted.Refused { File.Current: var standing } && !standing.Representations.Any(one => one.Who.IdHash.IsOf(who.IdHash)))
            await index.RemoveRepresentativeAsync(who.IdHash, file.CaseId, cancellation);
        if (acted is Acted.Done done)
            await bell.ChangedAsync(process, file.CaseId, done.File.Current.Version, cancellation);
        return acted;
    }

    // Without a last day it is the longest there is: counted on the day on which it was said first.
    private DateOnly? TermOf(Case current, Representative who) =>
        current.IsRepresentedOn(clock.Today()) && current.Representation.Who is var known && known.IdHash.IsOf(personal.IdHash(who.Id)) && known.Basis == who.Basis ? known.Until : who.Until;

    private static IActionResult Answer(HttpRequest request, Decision.Refused refused, CaseFile file) =>
        refused.Reason == RefusalReason.NotYours && request.Caller() is Caller.Resident ? Problems.NotFound(request) : RefusalWords.Answer(request, refused, file);

    /// <param name="Staff">Who is named, as the directory knows them; <c>null</c>: nobody of the offices.</param>
    private sealed record Wish(Representative Who, StaffMember? Staff, string Caller, Func<CaseFile, NamingWish, DateTimeOffset, Decision> Decide)
    {
        public Decision On(CaseFile file, SealedRepresentative who, DateOnly today, DateTimeOffset now) => Decide(
            file, new(who, RepresentationWords.IsInPerson(file), Staff is { } member && WorksOn(file, member, today))
            {
                // Who acts for the household and works for the offices judges nothing of it.
                Kin = Staff is { } staff && staff.PostsOn(today).Any() && !file.Current.IsRelated(staff.Participant) ? new RelativeDeclared(staff.Name, RelativeSource.Detected, Staff: staff.Participant) : null,
            }, now);

        private bool WorksOn(CaseFile file, StaffMember member, DateOnly today) =>
            member.Participant == Caller || file.Current.IsCarriedBy(member, today) || file.Current.OpenTasks.Any(task => task.Person == member.Participant)
            || file.Entries.Any(entry => entry.Actor.Participant == member.Participant);
    }
}
