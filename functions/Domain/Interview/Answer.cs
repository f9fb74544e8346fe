using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.Counting;
using OneVisit.Domain.Eligibility.People;

namespace OneVisit.Domain.Interview;

/// <summary>What was answered. Plain data; <see cref="Told"/> says which inquiry takes which, and refuses the others.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(NotKnown), "not-known")]
[JsonDerivedType(typeof(Ticked), "ticked")]
[JsonDerivedType(typeof(YesNo), "yes-no")]
[JsonDerivedType(typeof(Number), "number")]
[JsonDerivedType(typeof(Yuan), "yuan")]
[JsonDerivedType(typeof(Day), "day")]
[JsonDerivedType(typeof(Word), "word")]
[JsonDerivedType(typeof(Codes), "codes")]
[JsonDerivedType(typeof(Certificate), "certificate")]
[JsonDerivedType(typeof(Parents), "parents")]
[JsonDerivedType(typeof(Work), "work")]
[JsonDerivedType(typeof(Absence), "absence")]
[JsonDerivedType(typeof(Incomes), "incomes")]
public abstract record Answer
{
    /// <summary>不清楚: a good answer to everything. What it was about is not asked again.</summary>
    public sealed record NotKnown : Answer;

    /// <summary>Of a <see cref="Checklist"/>: what was there to tick, and what was ticked of it; nothing ticked: none of these.</summary>
    public sealed record Ticked(ImmutableArray<Option> Offered, ImmutableArray<string> Ticks) : Answer
    {
        public bool Equals(Ticked? other) => other is not null && Offered.SequenceEqual(other.Offered) && Ticks.SequenceEqual(other.Ticks);

        public override int GetHashCode() => HashCode.Combine(Offered.Length, Ticks.Length);
    }

    public sealed record YesNo(bool Value) : Answer;

    /// <summary>People, homes, or a grade of ability.</summary>
    public sealed record Number(int Value) : Answer;

    /// <summary>In the period of the fact: a month, twelve months, or what is there.</summary>
    public sealed record Yuan(decimal Value) : Answer;

    public sealed record Day(DateOnly Value) : Answer;

    /// <summary>An area, an emergency, a deceased or a relation, as they travel.</summary>
    public sealed record Word(string Value) : Answer;

    /// <summary>Of services whose benefit is drawn; none: nothing is drawn.</summary>
    public sealed record Codes(ImmutableArray<string> Values) : Answer
    {
        public bool Equals(Codes? other) => other is not null && Values.SequenceEqual(other.Values);

        public override int GetHashCode() => Values.Length;
    }

    /// <param name="Grade">0: no certificate.</param>
    public sealed record Certificate(DisabilityKind? Kind, int? Grade) : Answer;

    /// <summary>Both parents; one of whom nothing is known is <c>null</c>.</summary>
    public sealed record Parents(ParentState? Father, ParentState? Mother) : Answer;

    public sealed record Work(LayOff LayOff) : Answer;

    /// <param name="Since">First day; it matters for clergy.</param>
    public sealed record Absence(Eligibility.People.Absence Reason, DateOnly? Since = null) : Answer;

    /// <summary>All of the household, kind by kind; none: there is no income.</summary>
    public sealed record Incomes(ImmutableArray<Income> Values) : Answer
    {
        public bool Equals(Incomes? other) => other is not null && Values.SequenceEqual(other.Values);

        public override int GetHashCode() => Values.Length;
    }

    private Answer()
    {
    }
}

/// <summary>An inquiry and its answer.</summary>
public sealed record Answered(Inquiry Inquiry, Answer Answer);
