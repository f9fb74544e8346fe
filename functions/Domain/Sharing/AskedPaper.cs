using System.Collections.Immutable;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;

namespace OneVisit.Domain.Sharing;

/// <summary>A paper that a household was asked for although some registry keeps such records: held there, it is a debt (一次都不该要的材料).</summary>
/// <param name="Reason">See <see cref="AskingReasons"/>.</param>
/// <param name="On">The day it was first asked for.</param>
/// <param name="Held">What the registry answered in this case; <c>null</c>: it is not known, which is neither.</param>
/// <param name="AsOf">The day of which the registry speaks.</param>
public sealed record AskedPaper(string CaseId, string Material, string Service, string Point, string Reason, DateOnly On, bool? Held = null, DateOnly? AsOf = null)
{
    /// <param name="hasRegistry">Whether a paper is kept by some registry for some people at all, by its code.</param>
    public static ImmutableArray<AskedPaper> In(Case current, Func<string, bool> hasRegistry)
    {
        var asked = current.Materials.Where(listed => !listed.HeldByPlatform || Request(current, listed.Code) is not null).Where(listed => hasRegistry(listed.Code)).ToArray();
        var answers = AnswersFor(current);
        var holdings = PaperQuestions.Holdings(asked.Select(listed => listed.Code), answers);
        return [.. asked.Select(listed => Of(current, listed, holdings.GetValueOrDefault(listed.Code)))];
    }

    // A paper that may be about anybody in the household is held where the registry has it for one of them.
    private static Dictionary<RegistryQuestion, RegistryAnswer> AnswersFor(Case current)
    {
        var answers = current.RegisterAnswers.Where(note => note.Member is null).ToDictionary(note => note.Question, note => note.Answer);
        foreach (var note in current.RegisterAnswers.Where(note => note.Member is not null && DataCheckQuestions.OfAnybody.Contains(note.Question) && note.Answer is RegistryAnswer.Yes or RegistryAnswer.Value))
            answers[note.Question] = note.Answer;
        return answers;
    }

    private static AskedPaper Of(Case current, ListedMaterial listed, Holding? holding)
    {
        var request = Request(current, listed.Code);
        return new(
            current.CaseId, listed.Code, current.Application.Service, MatterDecisions.PointOf(current),
            request is not null ? AskingReasons.Requested : listed.Provision switch
            {
                Provision.Unverified => AskingReasons.Unverified,
                Provision.NotFound => AskingReasons.NotFound,
                _ => AskingReasons.OnList,
            },
            // Of the list: the day of the list, also when an office asks again, so that it stands in one month only.
            BeijingTime.DayOf(current.IsListed(listed.Code) ? current.SubmittedAt : request!.At),
            holding switch { Holding.Held => true, Holding.NotHeld => false, _ => null }, holding switch { Holding.Held held => held.AsOf, Holding.NotHeld none => none.AsOf, _ => null });
    }

    private static MaterialRequest? Request(Case current, string code) => current.Requests.FirstOrDefault(request => request.Materials.Contains(code));
}

/// <summary>Why a paper was asked for, by the names that are kept.</summary>
public static class AskingReasons
{
    /// <summary>It stood on the list, and nobody looked.</summary>
    public const string OnList = "on-list";

    /// <summary>It stood on the list because the look-up failed.</summary>
    public const string Unverified = "unverified";

    /// <summary>It stood on the list because the registry had it not then.</summary>
    public const string NotFound = "not-found";

    /// <summary>An office asked for it.</summary>
    public const string Requested = "requested";

    public static IReadOnlyList<string> All { get; } = [OnList, Unverified, NotFound, Requested];
}
