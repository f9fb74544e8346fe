using System.Collections.Immutable;
using OneVisit.Domain;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.Payments;
using OneVisit.Domain.Interview;
using OneVisit.Domain.Law;
using OneVisit.Domain.Services;

namespace OneVisit.Conversation.Resident;

/// <summary>How the household stands with a service, in the order in which it is told.</summary>
internal enum Place
{
    Likely,

    /// <summary>Open to who draws the subsistence allowance: that comes first.</summary>
    NotYet,
    Unknown,
    Unlikely,
}

/// <summary>A service in play, with its verdict and the lines of law behind it.</summary>
/// <param name="Amount">Where the amount comes from; <c>null</c> unless it is likely and something is said of one.</param>
internal sealed record Standing(Service Service, Place Place, ImmutableArray<RuleFinding> Findings, AmountTrace? Amount)
{
    private static readonly string[] Allowances = ["D1.1", "D1.2"];

    public Money? Monthly => Amount?.Monthly;

    /// <summary>How far the amount may be shown as what is paid: as far as the weakest number in it.</summary>
    public SourceStatus AmountStatus => Amount?.Status ?? SourceStatus.Verified;

    /// <summary>Services in play with rules, likely ones first, within each place in the order of the catalogue.</summary>
    public static ImmutableArray<Standing> Of(Turn turn) =>
    [
        .. turn.Verdicts.Select(verdict => turn.World.Find(verdict.Service) is { } service ? Of(turn, service, verdict) : null).OfType<Standing>()
            .OrderBy(standing => standing.Place).ThenBy(standing => turn.World.Services.IndexOf(standing.Service)),
    ];

    /// <summary>Pairs of likely services of which only one can be had.</summary>
    public static ImmutableArray<(Standing One, Standing Other)> Exclusive(IEnumerable<Standing> likely)
    {
        var all = likely.ToArray();
        return
        [
            .. all.SelectMany((one, at) => all.Skip(at + 1)
                .Where(other => one.Service.NotWith.Contains(other.Service.Code) || other.Service.NotWith.Contains(one.Service.Code)).Select(other => (one, other))),
        ];
    }

    private static Standing Of(Turn turn, Service service, ServiceVerdict verdict)
    {
        ImmutableArray<RuleFinding> findings = [.. verdict.Evaluation.Explain().Select(finding => IsNoSum(turn, finding) ? finding with { Sum = null } : finding)];
        return verdict.Verdict switch
        {
            Verdict.Likely => new Standing(service, Place.Likely, findings, verdict.Evaluation.ExplainAmount()),
            Verdict.Unlikely => new Standing(service, LacksOnlyTheAllowance(findings) && !IsAllowanceUnlikely(turn) ? Place.NotYet : Place.Unlikely, findings, null),
            _ => new Standing(service, Place.Unknown, findings, null),
        };
    }

    // Who ticked no large sum has told of none: the limit that stands for it is no answer to show.
    private static bool IsNoSum(Turn turn, RuleFinding finding) => finding.Rule switch
    {
        RuleNames.FinancialAssetsWithinLimit => turn.Told.AnswerTo(Inquiry.About(Question.FinancialAssets)) is null && turn.State.Household.FinancialAssets is null,
        RuleNames.BusinessCapitalWithinLimit => turn.Told.AnswerTo(Inquiry.About(Question.BusinessCapital)) is null && turn.State.Household.BusinessCapital is null,
        _ => false,
    };

    // Nobody is sent for what they will hardly get.
    private static bool IsAllowanceUnlikely(Turn turn) =>
        turn.Verdicts.Where(verdict => Allowances.Contains(verdict.Service)).ToArray() is { Length: > 0 } there && there.All(verdict => verdict.Verdict is Verdict.Unlikely);

    private static bool LacksOnlyTheAllowance(ImmutableArray<RuleFinding> findings) =>
        findings.Where(finding => finding.Holds == false).ToArray() is { Length: > 0 } failed && failed.All(finding => finding.Rule == RuleNames.DrawsAllowance);
}
