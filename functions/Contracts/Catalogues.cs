namespace OneVisit.Contracts;

/// <summary>Every catalogue version there is, and which is in force from when.</summary>
/// <param name="InForce">Id of the version of today.</param>
/// <param name="Number">Its number; absent: it does not stand in the book.</param>
/// <param name="Versions">The latest first.</param>
/// <param name="Activations">The latest first.</param>
/// <param name="Fault">What ought to be or become in force, and cannot be read; absent: nothing.</param>
public sealed record CatalogueBook(
    string InForce, int? Number, IReadOnlyList<CatalogueVersionView> Versions, IReadOnlyList<CatalogueActivationView> Activations, string? Fault = null);

/// <summary>A catalogue that was handed in.</summary>
/// <param name="Version">Its id, a digest of the content.</param>
/// <param name="By">Participant; <c>system</c> for one that came with the program.</param>
public sealed record CatalogueVersionView(int Number, string Version, string By, DateTimeOffset At, string? Note = null);

/// <summary>From a day on, a version is in force.</summary>
/// <param name="State"><c>in-force</c>, <c>planned</c>, or <c>past</c>: over, or replaced by a later word.</param>
public sealed record CatalogueActivationView(
    int Number, string Version, DateOnly From, string By, DateTimeOffset At, string State, string? Note = null);

/// <summary>Wish to put a version in force.</summary>
/// <param name="From">First day, inclusive; today at the earliest.</param>
/// <param name="Note">Why, at most 200 characters.</param>
/// <param name="Seen">How many activations the caller has seen; when there are others by now, nothing is done and the caller is told.</param>
public sealed record PutInForce(DateOnly From, string? Note = null, int? Seen = null);
