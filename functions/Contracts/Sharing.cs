namespace OneVisit.Contracts;

/// <summary>What waits for the sharing platform.</summary>
/// <param name="Waiting">How many facts, the refused and those behind them too.</param>
/// <param name="Oldest">When the oldest of them happened; <c>null</c>: none waits.</param>
/// <param name="Refused">What lies aside until somebody looks; the first two hundred.</param>
public sealed record OutboxView(int Waiting, DateTimeOffset? Oldest, IReadOnlyList<RefusedFactView> Refused);

/// <param name="Code">As the platform gave it.</param>
public sealed record RefusedFactView(string Key, string CaseId, string Class, string What, DateTimeOffset At, int Tries, string Code);

/// <param name="SendAgain">Otherwise it is left out.</param>
/// <param name="Reason">Why it is left out, 5 to 500 characters.</param>
public sealed record SettleFact(bool SendAgain, string? Reason = null);

/// <summary>Events of registries, at most 200 at once.</summary>
public sealed record TellEvents(IReadOnlyList<ToldEvent>? Events);

/// <param name="Id">As the registry numbers it: letters, digits and <c>- _ . :</c>, at most 64.</param>
/// <param name="Kind"><c>death</c>, <c>marriage</c>, <c>divorce</c>, <c>birth</c>, <c>move</c> or <c>disability</c>.</param>
/// <param name="On">The day on which it happened.</param>
/// <param name="Area">Where somebody moved to, digits.</param>
/// <param name="Reverses">Id of the event that was a mistake.</param>
public sealed record ToldEvent(string? Id, string? Kind, string? IdNumber, DateOnly? On, string? Area = null, string? Reverses = null);

/// <summary>An answer for each event, in their order.</summary>
public sealed record EventsTaken(IReadOnlyList<EventAnswer> Events);

/// <param name="Outcome"><c>matched</c>, <c>nobody-of-ours</c>, <c>duplicate</c>, <c>other-content</c>, <c>reversed</c> or <c>unreadable</c>.</param>
/// <param name="Matters">How many benefits a person will look at.</param>
/// <param name="Cases">How many open cases were told.</param>
public sealed record EventAnswer(string Id, string Outcome, int Matters = 0, int Cases = 0);

/// <summary>The once-only debt of a month.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Asked">n: papers asked for of which some registry keeps records.</param>
/// <param name="Held">Of those, how many a registry turned out to hold: the debt.</param>
/// <param name="Unknown">Of those, how many nobody knows of; neither debt nor none.</param>
public sealed record OnceOnlyView(DateOnly Month, int Asked, int Held, int Unknown, IReadOnlyList<OnceOnlyLine> Lines, IReadOnlyList<LookUpCount> LookUps)
{
    /// <summary>How much of what was asked for a registry held, and how many look-ups nobody could answer; see <see cref="OnceOnlyMonth"/>.</summary>
    public IReadOnlyList<RateView> Rates { get; init; } = [];
}

/// <summary>The once-only debt of one month among others.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Rates"><c>once-only-debt</c>: of the papers of which it is known, those that a registry held; <c>unanswered</c>: of the look-ups, those that nobody could answer.</param>
public sealed record OnceOnlyMonth(DateOnly Month, IReadOnlyList<RateView> Rates);

/// <summary>By item, point, paper and reason.</summary>
/// <param name="Reason"><c>on-list</c>, <c>unverified</c>, <c>not-found</c> or <c>requested</c>.</param>
public sealed record OnceOnlyLine(
    string Item, string ItemName, string Point, string PointName, string Material, string MaterialName, string Reason, string ReasonInWords, int Asked, int Held, int Unknown);

/// <param name="Asked">n: how often the question was asked.</param>
/// <param name="Unknown">Of those, how often nobody could answer.</param>
public sealed record LookUpCount(string Question, string QuestionInWords, int Asked, int Unknown, IReadOnlyList<UnknownCount> Reasons);

public sealed record UnknownCount(string Reason, string ReasonInWords, int Count);
