namespace OneVisit.Domain.Eligibility.People;

/// <summary>What has become of a parent.</summary>
public enum ParentFate
{
    /// <summary>There, and none of the below.</summary>
    Able,
    Dead,

    /// <summary>Nobody can find out who or where (查找不到).</summary>
    Untraceable,

    /// <summary>Declared missing by a court (宣告失踪).</summary>
    DeclaredMissing,
    SeverelyDisabled,
    GravelyIll,
    InPrison,
    InRehabilitation,

    /// <summary>Out of touch (失联), not declared.</summary>
    OutOfTouch,
}

/// <param name="Since">First day of prison, rehabilitation or being out of touch.</param>
/// <param name="SentenceMonths">Months of prison or rehabilitation ordered.</param>
public sealed record ParentState(ParentFate Fate, DateOnly? Since = null, int? SentenceMonths = null)
{
    private const int Months = 6;

    public bool IsDeadOrUntraceable => Fate is ParentFate.Dead or ParentFate.Untraceable;

    /// <summary>
    /// Cannot care for a child (民发〔2019〕62号): severely disabled, gravely ill, or in prison, in rehabilitation or out of touch for six months
    /// by the calendar; of prison and rehabilitation the sentence counts as well as the time served, whichever reaches it first.
    /// </summary>
    public bool? CannotCareOn(DateOnly day) => Fate switch
    {
        ParentFate.SeverelyDisabled or ParentFate.GravelyIll => true,
        ParentFate.InPrison or ParentFate.InRehabilitation => (SentenceMonths is { } months ? months >= Months : null) | HasLasted(day),
        ParentFate.OutOfTouch => HasLasted(day),
        _ => false,
    };

    private bool? HasLasted(DateOnly day) => Since is { } since ? since.AddMonths(Months) <= day : null;
}

/// <summary>Fates as they travel.</summary>
public static class ParentFates
{
    public static ParentFate? Parse(string? code) => code switch
    {
        "able" => ParentFate.Able,
        "dead" => ParentFate.Dead,
        "untraceable" => ParentFate.Untraceable,
        "declared-missing" => ParentFate.DeclaredMissing,
        "severely-disabled" => ParentFate.SeverelyDisabled,
        "gravely-ill" => ParentFate.GravelyIll,
        "in-prison" => ParentFate.InPrison,
        "in-rehabilitation" => ParentFate.InRehabilitation,
        "out-of-touch" => ParentFate.OutOfTouch,
        _ => null,
    };
}
