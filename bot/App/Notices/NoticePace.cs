namespace OneVisit.Bot.Notices;

/// <summary>How fast notices are read.</summary>
/// <param name="Idle">Between two looks at an empty queue.</param>
/// <param name="Trouble">After something did not work.</param>
/// <param name="Postponed">A notice that failed once; twice as long after each further time.</param>
/// <param name="Hidden">How long a notice in hand is hidden from other readers at a time. Telling one takes half of it at most.</param>
/// <param name="Grace">How long what is being told may still take when the program stops; less than the host waits for it.</param>
/// <param name="Watch">Between two looks at what was put aside.</param>
internal sealed record NoticePace(TimeSpan Idle, TimeSpan Trouble, TimeSpan Postponed, TimeSpan Hidden, TimeSpan Grace, TimeSpan Watch)
{
    public static NoticePace Usual { get; } = new(
        TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(30));
}
