using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Papers.Issued;

namespace OneVisit.Functions.Issuing;

/// <summary>The facts of a decision letter, as the journal tells them: visits, figures, the data check, the notice, the review.</summary>
internal static class WhatWasFound
{
    public static IEnumerable<Text> In(Case current)
    {
        if (current.Tasks.All(task => task.Done?.Act is not (TaskAct.Surveyed or TaskAct.Verified)))
            yield return current.Promise is { } promise ? IssuedPhrases.Papers(promise.AcceptedOn) : IssuedPhrases.Submitted(BeijingTime.DayOf(current.SubmittedAt));
        foreach (var task in current.Tasks.Where(task => task.Done is not null).GroupBy(task => task.StageId, (_, rounds) => rounds.Last()))
        {
            foreach (var words in Of(task.Done!))
                yield return words;
        }
        if (current.Notice is { EndedAt: not null } notice)
            yield return IssuedPhrases.Notice(notice.From, notice.Until);
    }

    private static IEnumerable<Text> Of(Completion done)
    {
        var day = BeijingTime.DayOf(done.At);
        switch (done.Act)
        {
            case TaskAct.Surveyed surveyed:
                yield return IssuedPhrases.Survey(day, surveyed.Investigators, surveyed.MembersFound, surveyed.MonthlyIncomeFound);
                break;
            case TaskAct.Verified verified:
                yield return IssuedPhrases.Verified(day, verified.Result);
                break;
            case TaskAct.Proposed or TaskAct.ProposedRefusal:
                yield return IssuedPhrases.Reviewed(day);
                break;
        }
    }
}
