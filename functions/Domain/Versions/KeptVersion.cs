namespace OneVisit.Domain.Versions;

/// <summary>Something of the city's that was handed in as a whole: its catalogue (目录版本), its directory (名录版本). Its content never changes.</summary>
/// <param name="Number">From 1, in the order they came.</param>
/// <param name="Id">Digest of the content: the same content is the same version, wherever it was read.</param>
/// <param name="By">Who handed it in, as a participant: <c>staff:…</c>; <c>system</c> for one that came with a program.</param>
/// <param name="Note">What is new in it, in the words of who handed it in.</param>
public sealed record KeptVersion(int Number, string Id, string By, DateTimeOffset At, string? Note = null);

/// <summary>From a day on, a version is in force (启用); going back to an earlier one (回退) is an activation, too.</summary>
/// <param name="Id">Of the version.</param>
/// <param name="From">First day in Beijing, inclusive.</param>
public sealed record VersionActivation(string Id, DateOnly From, string By, DateTimeOffset At, string? Note = null);
