using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.Words;

namespace OneVisit.Functions.Cases;

/// <summary>Relatives, contradictions and appraisals of a case, as its readers see them.</summary>
internal static class CheckViews
{
    public static DifferencesView? Differences(Case current)
    {
        if (Contradicted(current) is not { Task: var task, Act: { Differences: { } found } act })
            return null;
        var answer = current.DifferencesAnswers.LastOrDefault(answer => answer.TaskId == task.TaskId);
        return new DifferencesView(
            [.. found.Select(View)], answer is null ? act.ObjectBy : null,
            answer switch { null => null, { Agrees: true } => "agreed", { Agrees: false } => "objected", _ => "silent" }, answer?.Reason);
    }

    public static IReadOnlyList<RelativeView> Relatives(Case current) => [.. current.Relatives.Select(View)];

    public static RelativeView View(Relative relative) =>
        new(relative.Name, relative.Relation, relative.Source.Code(), relative.Staff is not null, BeijingTime.DayOf(relative.At));

    public static DifferenceFound View(DataDifference difference) => new(difference.Field, difference.Told, difference.Found, difference.Register, difference.AsOf);

    /// <summary>The survey is signed, the review has not spoken, and an appraisal may be asked for.</summary>
    public static bool MayObjectToSurvey(CaseFile file) =>
        CaseDecisions.ObjectToSurvey(file.Current, file.Current.Participant, new string('.', Limits.ReasonShortest), file.Procedure) is Decision.Accepted { Events.IsEmpty: false };

    /// <summary>What relatives, registers, answers and representatives said, a line each, for who reviews and decides.</summary>
    public static IEnumerable<string> Lines(Case current, Language language)
    {
        foreach (var relative in current.Relatives)
            yield return Sentences.Of(language, "check.relative." + relative.Source.Code(), relative.Name, relative.Relation is null || relative.Relation == relative.Name ? "" : Sentences.Of(language, "check.aside", relative.Relation));
        if (current.VisitsOrdered.Any(order => order.Cause == VisitCauses.Relatives))
        {
            yield return current.CityVisit is { Done: { Act: TaskAct.CityVisited visited } done }
                ? Sentences.Of(language, "check.city-visit.done", Sentences.Day(language, BeijingTime.DayOf(done.At)), List(visited.Investigators, language), visited.Words)
                : Sentences.Of(language, "check.city-visit.owed");
        }
        foreach (var line in Contradicted(current) is { Act.Differences: { } found } ? found : [])
            yield return Line(line, language);
        if (Contradicted(current) is { } contradicted && current.DifferencesAnswers.LastOrDefault(answer => answer.TaskId == contradicted.Task.TaskId) is { } answered)
            yield return answered.Agrees switch
            {
                true => Sentences.Of(language, "check.agreed"),
                false => Sentences.Of(language, "check.objected", answered.Reason),
                null => Sentences.Of(language, "check.silent"),
            };
        if (Appraisal(current.Appraisal, language) is { } result)
            yield return result;
    }

    /// <summary>How the representatives voted; <c>null</c>: there was no meeting.</summary>
    public static string? Appraisal(TaskAct? act, Language language) => act switch
    {
        TaskAct.Appraised a => Sentences.Of(
            language, a.Agreed ? "check.appraised.for" : "check.appraised.against", a.Listed.Length, a.Present.Length, a.For, a.Against, a.Abstained, a.Recused.Length),
        TaskAct.AppraisalNotHeld n => Sentences.Of(language, "check.appraised.none", n.Meetings),
        _ => null,
    };

    public static string Line(DataDifference difference, Language language) => Sentences.Of(
        language, "check.difference", Sentences.Of(language, "check.field." + difference.Field), difference.Told, difference.Found,
        Sentences.Of(language, "check.register." + difference.Register), Sentences.Day(language, difference.AsOf));

    public static string List(IEnumerable<string> items, Language language) => string.Join(Sentences.Of(language, "list.separator"), items);

    private static (CaseTask Task, TaskAct.Verified Act)? Contradicted(Case current)
    {
        foreach (var task in current.Tasks.Reverse().Where(task => task is { Kind: StageKind.Verify, Done: not null }))
        {
            // The second look counts; only where it found nothing else does the household stand as it said.
            if (task.Done!.Act is TaskAct.Verified act)
                return act.Differences is { IsDefaultOrEmpty: false } ? (task, act) : null;
        }
        return null;
    }
}
