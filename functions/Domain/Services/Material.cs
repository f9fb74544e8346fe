namespace OneVisit.Domain.Services;

/// <summary>A paper from the master list, as one service uses it.</summary>
/// <param name="Code">For example <c>M07</c>.</param>
/// <param name="Form">Original, copy, shown only.</param>
/// <param name="FromPlatform">Not asked of the resident: the sharing platform holds it, or we fill it in.</param>
/// <param name="HeldBy">Who holds it, when <paramref name="FromPlatform"/>.</param>
/// <param name="NeverWaivable">May neither be waived nor handed in later.</param>
/// <param name="Prefilled">We fill it in; the resident signs. Implies <paramref name="FromPlatform"/>.</param>
/// <param name="DeferrableWorkingDays">容缺: may follow within so many working days after acceptance; <c>null</c>: may not.</param>
/// <param name="CommitmentInLieu">告知承诺: a signed commitment will do instead.</param>
public sealed record Material(
    string Code, Text Name, Text Form, bool FromPlatform, Text? HeldBy, bool NeverWaivable,
    bool Prefilled = false, MaterialCondition When = MaterialCondition.Always, int? DeferrableWorkingDays = null, bool CommitmentInLieu = false);
