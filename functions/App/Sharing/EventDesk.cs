using System.Collections.Concurrent;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using OneVisit.Domain;
using OneVisit.Domain.Benefits;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Sharing;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Oversight;
using OneVisit.Functions.Process;
using OneVisit.Functions.Words;
using OneVisit.Storage;

namespace OneVisit.Functions.Sharing;

/// <summary>What became of an event.</summary>
/// <param name="Outcome">See <see cref="EventOutcomes"/>.</param>
/// <param name="Matters">How many benefits a person will look at because of it.</param>
/// <param name="Cases">How many open cases were told.</param>
public sealed record EventTaken(string Outcome, int Matters = 0, int Cases = 0);

/// <summary>
/// Takes what registries tell by themselves to those whom it concerns: a benefit that runs is put on the township's desk to be looked at, the officer of an
/// open case sees it. Nothing ends or changes by it: one person finds, another confirms.
/// </summary>
public sealed class EventDesk(
    EventBook book, CaseIndex index, CaseCabinet cases, MatterCabinet matters, MatterPublisher publisher, CaseBell bell, PersonalData personal, TimeProvider clock, ILogger<EventDesk> logger)
{
    private const int MostRemembered = 20_000;

    // Whoever sends everything again after a failure sends it in a row: those of a moment ago are known without a look into the book.
    private readonly ConcurrentDictionary<string, string> recent = new(StringComparer.Ordinal);

    public async Task<EventTaken> TakeAsync(RegistryEvent happened, DurableTaskClient process, CancellationToken cancellation)
    {
        var persons = personal.IdHash(happened.Person);
        var content = personal.ContentHash(ContentOf(persons.Text));
        if (recent.TryGetValue(happened.Id, out var known))
            return new(IsSame(known) ? EventOutcomes.Duplicate : EventOutcomes.OtherContent);
        switch (await book.SeenAsync(happened.Id, IsSame, cancellation))
        {
            case EventSeen.Same:
                Remember(happened.Id, content);
                return new(EventOutcomes.Duplicate);
            case EventSeen.Other:
                return new(EventOutcomes.OtherContent);
        }
        if (happened.Reverses is { } mistaken)
            await book.NoteReversedAsync(mistaken, cancellation);
        var taken = await IsMootAsync(happened, cancellation) ? new EventTaken(EventOutcomes.Reversed) : await TellAsync(happened, process, cancellation);
        await book.NoteAsync(happened.Id, content, cancellation);
        Remember(happened.Id, content);
        logger.LogInformation("Event {Event} ({Kind}): {Outcome}, {Matters} benefits, {Cases} open cases", happened.Id, happened.Kind.Code(), taken.Outcome, taken.Matters, taken.Cases);
        return taken;

        string ContentOf(string person) => string.Join('\n', happened.Sameness, person, happened.Area, happened.Reverses);

        bool IsSame(string kept) => persons.Texts.Any(person => personal.IsContent(kept, ContentOf(person)));
    }

    // A mistake that was told before what was mistaken: nobody is troubled with either.
    private async Task<bool> IsMootAsync(RegistryEvent happened, CancellationToken cancellation) => happened.Reverses is { } mistaken
        ? !await book.IsTakenAsync(mistaken, cancellation)
        : await book.IsReversedAsync(happened.Id, cancellation);

    private async Task<EventTaken> TellAsync(RegistryEvent happened, DurableTaskClient process, CancellationToken cancellation)
    {
        var (looked, told, hash) = (0, 0, personal.IdHash(happened.Person));
        var known = await index.OfPersonAsync(hash, cancellation);
        // What happens to a member of the household may change what the household draws as much as what happens to who applied.
        foreach (var caseId in known.All)
        {
            if (await cases.FindAsync(caseId, cancellation) is not { } file)
                continue;
            var member = file.Current.Applicant.IdHash.IsOf(hash) ? null : file.Current.NamedMembers.FirstOrDefault(named => named.Person.IdHash.IsOf(hash));
            if (await LookAtBenefitAsync(file, member, happened, process, cancellation))
                looked++;
            else if (await TellCaseAsync(file, member, happened, process, cancellation))
                told++;
        }
        return new(looked + told > 0 ? EventOutcomes.Matched : EventOutcomes.NobodyOfOurs, looked, told);
    }

    private async Task<bool> LookAtBenefitAsync(CaseFile file, HouseholdMember? member, RegistryEvent happened, DurableTaskClient process, CancellationToken cancellation)
    {
        // The same death told by three registries is one matter.
        var number = await matters.KnownAsync(
            personal.ComplaintSecrets($"{file.CaseId}\nregistry\n{happened.Sameness}{(member is null ? "" : $"\n{member.Number}")}").Select(secret => MatterNumber.OfBenefit(file.CaseId, secret)), cancellation);
        var key = personal.NewKey(number);
        var what = Sentences.Of(Language.Chinese, "registry-event." + happened.Kind.Code());
        var words = Sentences.Of(Language.Chinese, happened.Reverses is null ? "registry-event.words" : "registry-event.mistaken",
            member is null ? what : Sentences.Of(Language.Chinese, "registry-event.of-member", member.Person.NameMasked, what), Sentences.Day(Language.Chinese, happened.On), happened.Id);
        if (BenefitDecisions.OpenReported(number, file.Current, member is null ? happened.Cause : BenefitCause.Change, personal.SealChange(key, words), happened.On, Actor.System, matters.World(file), clock.GetUtcNow()) is not MatterDecision.Accepted accepted)
            return false;
        await publisher.PublishAsync(await matters.OpenAsync(key, accepted.Events, Actor.System, cancellation), process, cancellation);
        return true;
    }

    private async Task<bool> TellCaseAsync(CaseFile file, HouseholdMember? member, RegistryEvent happened, DurableTaskClient process, CancellationToken cancellation)
    {
        if (happened.Note is not { } note || !CaseDecisions.WantsAnswers(file.Current))
            return false;
        if (await cases.ActAsync(file, (current, _) => Task.FromResult(CaseDecisions.NoteAnswers(current.Current, [note with { Member = member?.Number }])), cancellation) is not Acted.Done done)
            return false;
        await bell.ChangedAsync(process, file.CaseId, done.File.Current.Version, cancellation);
        return true;
    }

    private void Remember(string id, string content)
    {
        if (recent.Count >= MostRemembered)
            recent.Clear();
        recent[id] = content;
    }
}

/// <summary>What became of an event, as it travels.</summary>
public static class EventOutcomes
{
    /// <summary>Somebody will look at it.</summary>
    public const string Matched = "matched";

    /// <summary>Nobody with a benefit that runs or an open case.</summary>
    public const string NobodyOfOurs = "nobody-of-ours";

    public const string Duplicate = "duplicate";

    /// <summary>Something else had come under that id; nothing was done.</summary>
    public const string OtherContent = "other-content";

    /// <summary>A mistake, told before what was mistaken: neither troubles anybody.</summary>
    public const string Reversed = "reversed";

    /// <summary>It cannot be read; nothing was done.</summary>
    public const string Unreadable = "unreadable";
}
