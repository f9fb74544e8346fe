namespace OneVisit.Bot.Notices;

/// <summary>The back office cannot be reached, or not just now; the notice is told later.</summary>
internal sealed class BackOfficeSilentException() : Exception("The back office does not answer.");

/// <summary>The back office says that it wrote no such notice: a failure of this notice, which ends among those put aside, where a person looks.</summary>
internal sealed class NobodysNoticeException() : Exception("The back office wrote no such notice.");

/// <summary>The back office answers, and breaks on what the notice is about or whom it is for: a failure of this notice, counted as a try. Who speaks in person is asked to wait.</summary>
internal sealed class BackOfficeBrokeException() : Exception("The back office breaks on what this notice is about.");
