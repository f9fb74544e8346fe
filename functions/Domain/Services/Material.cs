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
    bool Prefilled = false, MaterialCondition When = MaterialCondition.Always, int? DeferrableWorkingDays = null, bool CommitmentInLieu = false)
{
    /// <summary>核对授权书、诚信承诺书、委托书: nothing begins without their signatures, whatever the catalogue says.</summary>
    public static IReadOnlyList<string> NeverLater { get; } = ["M04", "M05", "M14"];

    /// <summary>What the platform can tell of it.</summary>
    public MaterialSharing Sharing { get; init; }

    /// <summary>The register that has it for some or for all; <c>null</c>: no register.</summary>
    public Text? Register { get; init; }

    /// <summary>A deferred paper does not hold up the result, only the end of the case: help comes first (先行救助).</summary>
    public bool AfterResult { get; init; }

    /// <summary>May it follow later, or be replaced by a commitment, at all?</summary>
    public bool MayBePutOff => !NeverWaivable && !NeverLater.Contains(Code);
}
