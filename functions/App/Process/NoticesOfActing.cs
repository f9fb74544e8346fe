using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using static OneVisit.Functions.Process.NoticeFacts;

namespace OneVisit.Functions.Process;

/// <summary>Who is told what of acting for somebody: that it begins when the case is under way, that it is over, that its last day is near, that it goes on.</summary>
internal sealed partial class NoticesOf
{
    // Who was named has no conversation yet: nobody is told until they have proven who they are. The person who named them knows, and the office looks at the letter.
    private void ActingBegun(RepresentationBegun begun)
    {
        if (entry.Actor.Role == Role.Resident)
            Post(Role.TownshipOfficer, OfficeLevel.Township, NoticeKinds.ClientNotice, null, ("kind", NoticeKinds.RepresentationBegun));
        else if (PersonsOwn() is { } person)
            Add(new Addressee.Former(person), NoticeKinds.RepresentationBegun, null, [("relation", begun.Who.Relation.Code()), ("name", begun.Who.NameMasked), .. begun.Who.Until is { } last ? [("until", Day(last))] : Array.Empty<(string, string)>()]);
        foreach (var taskId in open)
            Desk(taskId, NoticeKinds.TaskChanged);
    }

    // Who acted hears that once, and nothing of the case any more; whoever works on it sees whom to reach now.
    private void ActingEnded(RepresentationEnded ended)
    {
        (string, string)[] facts = [("on", Day(standing.Representation!.Ended!.On)), ("why", ended.By.Code())];
        var (acted, person) = (Representative(), PersonsOwn());
        // Who gave it up was answered when they did, and on one telephone for both it is the person who goes on there.
        if (acted is not null && (ended.By == RepresentationEndCause.Person || (ended.By != RepresentationEndCause.Renounced && acted != person)))
            Add(new Addressee.Former(acted), NoticeKinds.RepresentationEnded, null, facts);
        // Who took it back knows; who has no conversation of their own is called, by the office.
        if (ended.By != RepresentationEndCause.Person && person is not null)
            Add(new Addressee.Former(person), NoticeKinds.RepresentationOver, null, facts);
        if (ended.By is not (RepresentationEndCause.Person or RepresentationEndCause.Office) && (standing.IsWithRepresentative || person is null))
            Post(Role.TownshipOfficer, OfficeLevel.Township, NoticeKinds.ClientNotice, null, ("kind", NoticeKinds.RepresentationOver), ("why", ended.By.Code()));
        foreach (var taskId in open)
            Desk(taskId, NoticeKinds.TaskChanged);
    }

    // Where another letter can follow, who acts and has the case sends it from there.
    private void ActingEndsSoon(RepresentationEndsSoon soon)
    {
        var who = standing.Representation!.Who;
        (string, string)[] facts = [("until", Day(soon.Until)), ("why", (who.EndsOfAge == true ? RepresentationEndCause.OfAge : RepresentationEndCause.Date).Code())];
        if (who.Basis == RepresentationBasis.Entrusted && standing.IsWithRepresentative)
            facts = [.. facts, ("codes", FilledForms.Mandate), ("items", nameOf(FilledForms.Mandate))];
        BothOfActing(NoticeKinds.RepresentationEndsSoon, facts);
    }

    // Another letter than the first, or one after a reminder, waits for somebody to look at it and note its day; that of who was named in a case under way is on no list, and is looked at, too.
    private void LetterCame(DocumentAdded document)
    {
        if (document.Material == FilledForms.Mandate && entry.Actor.Role == Role.Resident && standing.Representation is { Ended: null, Who.Basis: RepresentationBasis.Entrusted } acting
            && (acting is { ToldOf: not null } or { Named: not null } || before.Has(FilledForms.Mandate)))
            Post(Role.TownshipOfficer, OfficeLevel.Township, NoticeKinds.ClientNotice, null, ("kind", acting is { ToldOf: null, Named: { } named } && !before.IsShown(named, FilledForms.Mandate) ? "named-letter" : "later-letter"));
    }

    // Both have to know, whoever of them has the case.
    private void BothOfActing(string kind, params ReadOnlySpan<(string Name, string Value)> data)
    {
        var acts = Representative();
        if (acts is not null)
            Add(new Addressee.Former(acts), kind, null, [.. data, ("of", "representative")]);
        if (PersonsOwn() is { } person && person != acts)
            Add(new Addressee.Former(person), kind, null, [.. data, ("of", "person")]);
    }

    /// <returns>In whose conversation it lies, or lay before the person took it into their own; <c>null</c>: who was named has not come for it.</returns>
    private string? Representative() => standing.IsWithRepresentative ? standing.Participant : standing.Representation?.Named is null
        ? Before(taken => taken.AsRepresentative == true) ?? standing.Application.Participant
        : entries.Take(entry.Sequence).Reverse().TakeWhile(earlier => earlier.Event is not RepresentationBegun).Select(earlier => earlier.Event).OfType<TakenOver>().FirstOrDefault(taken => taken.AsRepresentative == true)?.Participant;

    /// <returns><c>null</c>: the person never had it in a conversation of their own.</returns>
    private string? PersonsOwn() => standing.Holding is null ? standing.IsUnclaimed ? null : standing.Participant
        : Before(taken => taken.AsRepresentative != true) ?? (standing.Application.Representative is null && standing.AppliedBy is null ? standing.Application.Participant : null);

    private string? Before(Func<TakenOver, bool> isOne) => entries.Take(entry.Sequence).Select(earlier => earlier.Event).OfType<TakenOver>().LastOrDefault(isOne)?.Participant;
}
