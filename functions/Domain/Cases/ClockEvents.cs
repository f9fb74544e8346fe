using System.Collections.Immutable;

namespace OneVisit.Domain.Cases;

/// <summary>The clocks of the case and of its open tasks stand still from now on. Several pauses may run at once; they count once.</summary>
/// <param name="Cause">See <see cref="PauseCauses"/>.</param>
/// <param name="TaskId">The task it came from; when that is done the pause ends. <c>null</c>: the case.</param>
/// <param name="Until">Last day, inclusive; after it the clock goes on by itself. <c>null</c>: <see cref="PauseLimits.LongestDays"/> after the pause began.</param>
/// <param name="RemindOn">Day on which who is waited for is reminded; <c>null</c>: nobody is.</param>
/// <param name="Reason">In words, where somebody gave one.</param>
public sealed record ClockPaused(string Cause, string? TaskId = null, DateOnly? Until = null, DateOnly? RemindOn = null, [property: SealedInJournal] string? Reason = null) : CaseEvent;

/// <summary>All pauses of that cause are over. The days they took are given back by the <see cref="LimitsRecomputed"/> that follows.</summary>
/// <param name="Why">See <see cref="ResumeReasons"/>; <c>null</c>: not told.</param>
public sealed record ClockResumed(string Cause, string? Why = null) : CaseEvent;

/// <summary>Who is waited for was reminded that the pause nears its end.</summary>
public sealed record PauseReminded(string Cause, DateOnly Until) : CaseEvent;

/// <summary>The limit of the case became the longer one that its procedure has for hard cases, once.</summary>
/// <param name="Cause">See <see cref="ExtensionCauses"/>.</param>
/// <param name="Reason">Told to the household.</param>
public sealed record TimeExtended(string Cause, [property: SealedInJournal] string Reason) : CaseEvent;

/// <summary>Clocks were set anew: after a pause, an extension, or because the calendar of a year was published.</summary>
/// <param name="Cause">See <see cref="RecomputeCauses"/>.</param>
/// <param name="Limits">What changed, the case first; empty when only days of papers did.</param>
public sealed record LimitsRecomputed(string Cause, ImmutableArray<LimitChange> Limits) : CaseEvent
{
    /// <summary>Days of papers that are to follow (容缺), which a published calendar made firm; <c>null</c>: none.</summary>
    public ImmutableArray<PaperDayChange>? Papers { get; init; }
}

/// <summary>The last day of a paper that is to follow, before and after.</summary>
/// <param name="Code">Of the paper.</param>
public sealed record PaperDayChange([property: SealedInJournal] string Code, DateOnly Before, DateOnly LaterBy);

/// <summary>One clock, before and after.</summary>
/// <param name="Before">Due day until now.</param>
/// <param name="YellowAt">Start of the working day on which 90% of the limit is used.</param>
/// <param name="RedAt">End of <paramref name="DueOn"/> in Beijing, exclusive.</param>
/// <param name="TaskId"><c>null</c>: the clock of the whole case.</param>
public sealed record LimitChange(
    DateOnly Before, DateOnly DueOn, bool DueIsProvisional, DateTimeOffset YellowAt, DateTimeOffset RedAt, string? TaskId = null);

/// <summary>Why a clock stands still, as it is kept.</summary>
public static class PauseCauses
{
    /// <summary>Papers were asked for. Our own reading (demo): no national text on social assistance says so, many local rules do.</summary>
    public const string WaitingForResident = "waiting-for-resident";

    /// <summary>The household may object to what the data check found. Our own reading (demo).</summary>
    public const string WaitingForAnswer = "waiting-for-answer";

    /// <summary>听证: its time does not count (行政许可法 §45).</summary>
    public const string Hearing = "hearing";

    /// <summary>检验、检测、检疫、鉴定、专家评审: their time does not count (行政许可法 §45).</summary>
    public const string ExpertReview = "expert-review";

    /// <summary>The announcement in search of a foundling's parents: its sixty days do not count (中国公民收养子女登记办法).</summary>
    public const string FoundlingNotice = "foundling-notice";

    /// <summary>All there are.</summary>
    public static ImmutableArray<string> All { get; } = [WaitingForResident, WaitingForAnswer, Hearing, ExpertReview, FoundlingNotice];

    /// <summary>Those that an office may name; waiting for the resident follows from asking for papers.</summary>
    public static ImmutableArray<string> OfOffices { get; } = [Hearing, ExpertReview, FoundlingNotice];
}

/// <summary>Why a clock goes on.</summary>
public static class ResumeReasons
{
    /// <summary>All that was asked for is there.</summary>
    public const string PapersCame = "papers-came";

    /// <summary>Who was asked has answered.</summary>
    public const string Answered = "answered";

    /// <summary>The last day of the pause is over.</summary>
    public const string TimeOver = "time-over";

    /// <summary>The task that waited is done.</summary>
    public const string TaskDone = "task-done";

    /// <summary>Somebody of the office ended it.</summary>
    public const string ByOffice = "by-office";
}

/// <summary>Why a case may take the longer limit (57号: 45 working days).</summary>
public static class ExtensionCauses
{
    public const string Objection = "objection";

    /// <summary>人户分离: the household lives elsewhere than it is registered.</summary>
    public const string SeparatedRegister = "separated-register";

    public const string HardSurvey = "hard-survey";

    public static ImmutableArray<string> All { get; } = [Objection, SeparatedRegister, HardSurvey];
}

/// <summary>Why limits were computed anew.</summary>
public static class RecomputeCauses
{
    public const string Resumed = "resumed";
    public const string Extended = "extended";

    /// <summary>The calendar of a year on the way was published.</summary>
    public const string Calendar = "calendar";
}

/// <summary>How long pauses last. Demo values.</summary>
public static class PauseLimits
{
    /// <summary>Working days a resident has for papers that an office asks for.</summary>
    public const int PapersWorkingDays = 10;

    /// <summary>Working days before the last one on which the resident is reminded.</summary>
    public const int RemindBefore = 3;

    /// <summary>Most calendar days that a pause lasts: the longest that a law knows is an announcement of sixty.</summary>
    public const int LongestDays = 60;
}
