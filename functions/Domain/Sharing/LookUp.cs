using OneVisit.Domain.Identity;
using OneVisit.Domain.Law;

namespace OneVisit.Domain.Sharing;

/// <summary>One question about one person, with all that makes it lawful: what for, in which case, for whom, on which basis, and which fields at most.</summary>
public sealed record LookUp(RegistryQuestion Question, ResidentId Person, LookUpFor For)
{
    /// <summary>Fields of the record that are asked for, and no more.</summary>
    public IReadOnlyList<string> Fields => Question.Fields();

    public LawReference Basis => For.Purpose.Basis();
}

/// <summary>Why somebody's records are looked at.</summary>
/// <param name="About">Number of the case; of an application that has none yet, its submission id.</param>
/// <param name="By">Participant for whom it is asked, or <c>system</c>.</param>
public sealed record LookUpFor(LookUpPurpose Purpose, string About, string By);

/// <summary>What a look-up is for. There is no other reason to look.</summary>
public enum LookUpPurpose
{
    /// <summary>So that nobody brings a paper that a registry holds.</summary>
    OnceOnly,

    /// <summary>信息核对: what the household told is compared.</summary>
    DataCheck,
}

/// <summary>Purposes as they travel, and the law that each stands on.</summary>
public static class LookUpPurposes
{
    // What can be had by sharing may not be asked of the person; the township verifies what an applicant told, as authorised.
    private static readonly LawReference Sharing = new Act("国务院关于在线政务服务的若干规定", "State Council Provisions on Online Government Services").Article(7);
    private static readonly LawReference Checking = new Act("社会救助暂行办法", "Interim Measures for Social Assistance").Article(11);

    public static string Code(this LookUpPurpose purpose) => purpose switch
    {
        LookUpPurpose.OnceOnly => "once-only",
        LookUpPurpose.DataCheck => "data-check",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose)),
    };

    public static LawReference Basis(this LookUpPurpose purpose) => purpose == LookUpPurpose.OnceOnly ? Sharing : Checking;
}
