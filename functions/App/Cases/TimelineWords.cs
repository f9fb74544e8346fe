using System.Collections.Immutable;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Words;

namespace OneVisit.Functions.Cases;

/// <summary>The journal as a timeline. An act on a task carries the act's own name.</summary>
internal static class TimelineWords
{
    public static IReadOnlyList<TimelineEntry> Of(ImmutableArray<Entry> entries, Language language) =>
        [.. entries.Select(entry => new TimelineEntry(entry.At, Kind(entry.Event), ActorWords.Of(entry.Actor, language), Note(entry.Event, language)))];

    /// <summary>What was done with tasks, for who decides.</summary>
    public static IReadOnlyList<TimelineEntry> OfActs(ImmutableArray<Entry> entries, Language language) =>
        Of([.. entries.Where(entry => entry.Event is TaskDone or ReturnedForCorrection or PublicNoticeEnded)], language);

    private static string Kind(CaseEvent happened) => happened is TaskDone done ? done.Act.Name : happened.Type;

    private static string? Note(CaseEvent happened, Language language) => happened switch
    {
        Accepted accepted => Sentences.Of(language, "note.due", Sentences.Day(language, accepted.DueOn)),
        TaskDone done => Note(done.Act, language),
        PublicNoticeOpened notice => Sentences.Of(language, "note.until", Sentences.Day(language, notice.Until)),
        ReturnedForCorrection returned => string.Join(Sentences.Of(language, "list.separator"), returned.Items),
        Decided { Outcome: CaseOutcome.Approved approved } => Amount(approved.Monthly, language),
        Decided { Outcome: CaseOutcome.Refused refused } => refused.Reason,
        Filed filed => Sentences.Of(language, "note.register", filed.RegisterNumber),
        Rated rated => Sentences.Of(language, "note.stars", rated.Stars),
        TaskReassigned { Cause: { } cause } => Sentences.Of(language, "note." + cause),
        _ => null,
    };

    private static string? Note(TaskAct act, Language language) => act switch
    {
        TaskAct.Surveyed surveyed => Joined(
            language,
            Sentences.Of(language, "note.investigators", string.Join(Sentences.Of(language, "list.separator"), surveyed.Investigators)),
            surveyed.MembersFound is { } members ? Sentences.Of(language, "note.members", members) : null,
            surveyed.MonthlyIncomeFound is { } income ? Sentences.Of(language, "note.income", Sentences.Yuan(language, income.Yuan)) : null,
            surveyed.Findings),
        TaskAct.Verified verified => Joined(
            language, Sentences.Of(language, "note.verification." + verified.Result.ToString().ToLowerInvariant()), verified.Findings),
        _ => act.AmountNamed is { } amount ? Amount(amount, language) : act.ReasonGiven,
    };

    private static string Amount(Money amount, Language language) => Sentences.Of(language, "note.amount", Sentences.Yuan(language, amount.Yuan));

    private static string Joined(Language language, params string?[] parts) =>
        string.Join(Sentences.Of(language, "note.separator"), parts.Where(part => !string.IsNullOrEmpty(part)));
}
