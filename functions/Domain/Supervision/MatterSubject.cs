using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OneVisit.Domain.Benefits;
using OneVisit.Domain.Cases;

namespace OneVisit.Domain.Supervision;

/// <summary>What a matter is about.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "about")]
[JsonDerivedType(typeof(OfReview), "review")]
[JsonDerivedType(typeof(OfRemedy), "remedy")]
[JsonDerivedType(typeof(OfComplaint), "complaint")]
[JsonDerivedType(typeof(OfBenefit), "benefit")]
[JsonDerivedType(typeof(OfObjection), "objection")]
public abstract record MatterSubject
{
    /// <summary>A drawn case file (案卷评查).</summary>
    /// <param name="Draw">Number of the draw.</param>
    public sealed record OfReview(string CaseId, string Point, string Draw, ImmutableArray<DrawReason> Reasons) : MatterSubject;

    /// <summary>A bad rating (差评整改).</summary>
    public sealed record OfRemedy(string CaseId, string Point, int Stars, ImmutableArray<string> Tags, [property: SealedInJournal] string? Comment = null) : MatterSubject;

    /// <summary>A complaint (投诉) or an appeal (申诉).</summary>
    /// <param name="CaseId">The case it is about; <c>null</c>: none was named.</param>
    /// <param name="Point">The township of that case.</param>
    /// <param name="WordsSealed">What was written, sealed.</param>
    /// <param name="ContactSealed">Where to reach who wrote it, sealed; <c>null</c>: they wish to stay unknown.</param>
    /// <param name="CodeHash">Keyed hash of the code with which the answer is fetched.</param>
    public sealed record OfComplaint(
        ComplaintKind Kind, string WordsSealed, string CodeHash, string? CaseId = null, string? Point = null, string? ContactSealed = null) : MatterSubject;

    /// <summary>What a household draws is looked at (待遇复核).</summary>
    /// <param name="WordsSealed">What was reported, sealed; <c>null</c>: nothing was, its time came.</param>
    /// <param name="On">The day of the death or the change as reported; <c>null</c>: not said.</param>
    /// <param name="ReportedBy">Participant who reported it.</param>
    /// <param name="ReviewMonths">Calendar months until the next look, when it goes on.</param>
    /// <param name="Alone">One person only draws it: with their death it ends.</param>
    /// <param name="Monthly">Yuan per month drawn when the matter was opened; <c>null</c>: a standing.</param>
    public sealed record OfBenefit(
        string CaseId, string Point, [property: SealedInJournal] BenefitCause Cause, string? WordsSealed = null, [property: SealedInJournal] DateOnly? On = null, string? ReportedBy = null, int? ReviewMonths = null,
        [property: SealedInJournal] bool? Alone = null, [property: SealedInJournal] Money? Monthly = null) : MatterSubject
    {
        /// <summary>An amount is drawn, not only a standing.</summary>
        [JsonIgnore]
        public bool HasAmount => Monthly is not null;
    }

    /// <summary>An objection to a public notice (公示异议).</summary>
    /// <param name="Notice">The number that stands on the notice; not the case's.</param>
    /// <param name="WordsSealed">What was written, sealed.</param>
    /// <param name="ContactSealed">Name and telephone as left, sealed; <c>null</c>: they wish to stay unknown.</param>
    /// <param name="CodeHash">Keyed hash of the code with which the answer is fetched.</param>
    public sealed record OfObjection(string CaseId, string Point, string Notice, string WordsSealed, string CodeHash, string? ContactSealed = null) : MatterSubject;

    [JsonIgnore]
    public MatterKind MatterKind => this switch
    {
        OfReview => MatterKind.Review, OfRemedy => MatterKind.Remedy, OfBenefit => MatterKind.Benefit, OfObjection => MatterKind.Objection, _ => MatterKind.Complaint,
    };

    /// <summary>Keyed hash of the code with which the answer is fetched; <c>null</c>: nobody fetches one.</summary>
    [JsonIgnore]
    public string? FetchedWith => this switch { OfComplaint c => c.CodeHash, OfObjection o => o.CodeHash, _ => null };

    /// <summary>The case it is about.</summary>
    [JsonIgnore]
    public string? AboutCase => this switch { OfReview r => r.CaseId, OfRemedy r => r.CaseId, OfComplaint c => c.CaseId, OfObjection o => o.CaseId, OfBenefit f => f.CaseId, _ => null };

    /// <summary>The township it is about.</summary>
    [JsonIgnore]
    public string? AboutPoint => this switch { OfReview r => r.Point, OfRemedy r => r.Point, OfComplaint c => c.Point, OfObjection o => o.Point, OfBenefit f => f.Point, _ => null };

    private MatterSubject() { }
}

/// <summary>Kinds of matters; each has its own letters in front of its number.</summary>
public enum MatterKind
{
    /// <summary>案卷评查, numbers begin with PC.</summary>
    Review,

    /// <summary>差评整改, numbers begin with HP.</summary>
    Remedy,

    /// <summary>投诉申诉, numbers begin with TS.</summary>
    Complaint,

    /// <summary>待遇复核, numbers begin with FH.</summary>
    Benefit,

    /// <summary>公示异议, numbers begin with YY.</summary>
    Objection,
}

/// <summary>What was complained about: somebody's conduct, or what was decided.</summary>
public enum ComplaintKind
{
    /// <summary>投诉: how somebody was treated.</summary>
    Complaint,

    /// <summary>申诉: against a decision. Reconsideration and lawsuit stay open whatever comes of it.</summary>
    Appeal,
}

/// <summary>Kinds of complaints as they travel.</summary>
public static class ComplaintKinds
{
    public static string Code(this ComplaintKind kind) => kind == ComplaintKind.Appeal ? "appeal" : "complaint";

    public static ComplaintKind? Parse(string? code) => Services.Codes.Parse<ComplaintKind>(code, Code);
}
