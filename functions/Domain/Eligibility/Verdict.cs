namespace OneVisit.Domain.Eligibility;

/// <summary>The preliminary verdict. A person decides (个人信息保护法 第二十四条).</summary>
public abstract record Verdict
{
    /// <param name="Monthly">Estimated amount for the household per month, rounded to the fen as the last step; <c>null</c> where nothing is paid by the month.</param>
    public sealed record Likely(Money? Monthly) : Verdict
    {
        internal static readonly Likely WithoutAmount = new((Money?)null);
    }

    public sealed record Unlikely : Verdict
    {
        internal static readonly Unlikely Only = new();
    }

    public sealed record Unknown : Verdict
    {
        internal static readonly Unknown Only = new();
    }

    private Verdict()
    {
    }
}
